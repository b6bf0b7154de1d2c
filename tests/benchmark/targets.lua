-- wrk: asks for each line of a file in turn, every thread beginning elsewhere; serve_benchmark.py runs it.
-- usage: wrk -t2 -c8 -d30s -s targets.lua URL -- FILE
local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local requests, at = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do requests[#requests + 1] = wrk.format("GET", line) end
  at = number * math.floor(#requests / 2)
end

function request()
  at = at % #requests + 1
  return requests[at]
end

-- One line of JSON behind what wrk says.
function done(summary, latency)
  local failed = summary.errors
  print(string.format('{"rate": %.1f, "p50_ms": %.3f, "p99_ms": %.3f, "failed": %d, "bytes": %d}',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    failed.connect + failed.read + failed.write + failed.status + failed.timeout,
    summary.bytes / summary.requests))
end
