#include "index/attempt.hpp"

#include <exception>
#include <new>

namespace furat::index {
namespace {

Error request_error(const RequestError& error) {
  Error result{Error::Kind::request, error.what()};
  result.argument = error.argument();
  result.text = error.text();
  result.column = error.column();
  result.suggestions = error.suggestions();
  return result;
}

Error index_error(const IndexError& error) {
  Error result{Error::Kind::index, error.what()};
  result.index_kind = error.kind();
  result.path = error.path();
  return result;
}

}  // namespace

Error current_error() {
  try {
    throw;
  } catch (const RequestError& error) {
    return request_error(error);
  } catch (const IndexError& error) {
    return index_error(error);
  } catch (const DeadlineExceeded& error) {
    return {Error::Kind::deadline, error.what()};
  } catch (const Cancelled& error) {
    return {Error::Kind::cancelled, error.what()};
  } catch (const std::bad_alloc&) {
    return {Error::Kind::out_of_memory, "out of memory"};
  } catch (const std::exception& error) {
    return {Error::Kind::internal, error.what()};
  } catch (...) {
    return {Error::Kind::internal, "an unknown exception"};
  }
}

}  // namespace furat::index
