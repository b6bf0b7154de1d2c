// "tcp://[]:80" was taken for the address of a server without a name.
#include "furat/cluster.hpp"
#include "furat/errors.hpp"
#include "searcher/host_port.hpp"
#include "tests/support/catch.hpp"

using namespace furat;

TEST_CASE("empty brackets are no host") {
  CHECK_THROWS_AS(cluster_of({"tcp://[]:80"}), RequestError);
  CHECK_THROWS_AS(cluster_of({"tcp://:80"}), RequestError);
  CHECK_THROWS_AS(cluster_of({"tcp://host:0"}), RequestError);
  CHECK(cluster_of({"tcp://127.0.0.1:80"}).shards.size() == 1);
}

TEST_CASE("a host is what stands before the last colon, without brackets") {
  const auto plain = host_port_in("localhost:8080");
  REQUIRE(plain);
  CHECK(plain->host == "localhost");
  CHECK_FALSE(plain->in_brackets);
  CHECK(plain->port == 8080);
  const auto bracketed = host_port_in("[::1]:0");
  REQUIRE(bracketed);
  CHECK(bracketed->host == "::1");
  CHECK(bracketed->in_brackets);
  for (const auto* text : {"", ":", "host", "host:", ":80", "[]:80", "host:65536", "host:80x"})
    CHECK_FALSE(host_port_in(text));
}
