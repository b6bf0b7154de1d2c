// The description of the API, OpenAPI 3.1, from the table of routes.
#pragma once

#include <string>

namespace furat::http {

/// JSON, one indented object and a line end.
[[nodiscard]] const std::string& openapi_document();

}  // namespace furat::http
