-- Runs the scenarios s00001.lua … of a folder in one process.  usage: lua5.4 run.lua FOLDER COUNT
package.path = (arg[0]:match("(.*/)") or "./") .. "?.lua;" .. package.path
World = require("messenger")

local folder, count = arg[1], tonumber(arg[2])
local passed, failed = 0, 0
for i = 1, count do
  local file = string.format("%s/s%05d.lua", folder, i)
  local done, message = pcall(dofile, file)
  if done then
    passed = passed + 1
  else
    failed = failed + 1
    io.stderr:write(file, ": ", tostring(message), "\n")
  end
end
print(string.format("%d passed, %d failed", passed, failed))
os.exit(failed == 0 and 0 or 1)
