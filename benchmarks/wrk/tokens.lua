-- Requests of many users in turn. TOKENS names the file with an access token a line;
-- METHOD is GET (default) or POST, which records a transaction each time.
local tokens = {}
for line in io.lines(os.getenv("TOKENS")) do tokens[#tokens + 1] = line end
local method = os.getenv("METHOD") or "GET"
local async = os.getenv("ASYNC")
local requests, nth = {}, 0

function init()
  for i, token in ipairs(tokens) do
    local headers = { ["Authorization"] = "Bearer " .. token }
    local body = nil
    if method == "POST" then
      headers["Content-Type"] = "application/json"
      if async then headers["Prefer"] = "respond-async" end
      body = '{"amount": ' .. (i % 90 + 1) .. '.25, "category": "food", "description": "bench"}'
    end
    requests[i] = wrk.format(method, nil, headers, body)
  end
end

function request()
  nth = nth % #requests + 1
  return requests[nth]
end

function done(summary, latency)
  local errors = summary.errors
  local sockets = errors.connect + errors.read + errors.write
  io.write(string.format(
    "RESULT requests_per_second=%.1f p50_ms=%.2f p95_ms=%.2f p99_ms=%.2f failed=%d (status %d, socket %d, over 2 s %d)\n",
    summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
    errors.status + sockets + errors.timeout, errors.status, sockets, errors.timeout))
end
