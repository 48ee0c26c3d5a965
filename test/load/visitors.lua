-- Many visitors behind a proxy, each from an address of their own: what is limited for an address is not for them.
local visitor = 0
request = function()
  visitor = (visitor + 1) % 65536
  return wrk.format("GET", nil, {["X-Forwarded-For"] = string.format("10.0.%d.%d", math.floor(visitor / 256), visitor % 256)})
end
