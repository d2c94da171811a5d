-- Workload D in Lua: the thirty-two rules of policy.sfm, an act a function.  usage: lua5.4 decide.lua DATA
local ROUNDS <const> = 9
local STUDENT <const>, PARENT <const>, TEACHER <const>, ADMIN <const>, OUTSIDER <const> = 0, 1, 2, 3, 4
local PERSONAL <const> = 1
local EXCESS <const>, OFFENSIVE <const>, VIOLATING <const> = 2, 3, 4
local CHAT <const>, SCHOOL <const> = 0, 1

local path = assert(arg[1], "usage: decide.lua DATA")
local file = assert(io.open(path))
local function numbers(count)
  if count == 0 then return end
  return file:read("n"), numbers(count - 1)
end

-- What a chat knows of one person; apology and objections belong to a block.
local stranger = {violations = 0, knows = false, apologized = false, objections = 0}
local people_count, chats_count, count = numbers(3)
local people, chats, requests, known_allowed, known_clause = {}, {}, {}, {}, {}
for i = 1, people_count do
  local role, departed, verified = numbers(3)
  people[i] = {role = role, departed = departed == 1, verified = verified == 1}
end
for i = 1, chats_count do
  local moderator, size = numbers(2)
  local records = {}
  for _ = 1, size do
    local who, violations, knows, blocked, apologized, objections = numbers(6)
    records[people[who + 1]] = {
      violations = violations, knows = knows == 1, apologized = blocked == 1 and apologized == 1,
      objections = blocked == 1 and objections or 0,
    }
  end
  chats[i] = {moderator = people[moderator + 1], records = records}
end
for i = 1, count do
  local act, actor, chat, target, days, reason, mood, place, allowed, clause = numbers(10)
  requests[i] = {
    act = act, actor = people[actor + 1], chat = chats[chat + 1], target = people[target + 1], days = days, reason = reason,
    mood = mood, place = place,
  }
  known_allowed[i], known_clause[i] = allowed == 1, clause
end
file:close()

local function record(r) return r.chat.records[r.target] or stranger end

local function block(r)
  if r.reason == PERSONAL then return false, 2 end
  if r.target == r.chat.moderator then return false, 3 end
  if r.actor == r.chat.moderator and record(r).violations > 3 and r.days <= 31 then return true, 1 end
  return false, 0
end

local function unblock(r)
  if r.target.departed then return false, 6 end
  if r.actor == r.chat.moderator and record(r).objections == 0 then return true, 4 end
  if r.actor.role == ADMIN and record(r).apologized then return true, 5 end
  return false, 0
end

local function remind(r)
  if r.target == r.actor then return false, 8 end
  if r.actor == r.chat.moderator and record(r).violations >= 1 then return true, 7 end
  return false, 0
end

local function restrict(r)
  if r.reason == PERSONAL then return false, 11 end
  if r.actor == r.chat.moderator and record(r).knows then return true, 9 end
  if r.actor.role == TEACHER and r.target.role == STUDENT then return true, 10 end
  return false, 0
end

local function add(r)
  if r.target.departed then return false, 13 end
  if r.target.role == OUTSIDER then return false, 14 end
  if r.actor == r.chat.moderator and record(r).knows then return true, 12 end
  return false, 0
end

local function remove(r)
  if r.target.role == TEACHER then return false, 17 end
  if r.actor == r.chat.moderator and r.target.departed then return true, 15 end
  if r.actor == r.chat.moderator and record(r).violations > 6 then return true, 16 end
  return false, 0
end

local function post(r)
  local role = r.actor.role
  if not r.actor.verified then return false, 19 end
  if r.mood == VIOLATING then return false, 20 end
  if role == STUDENT and (r.mood == EXCESS or r.mood == OFFENSIVE) then return false, 21 end
  if role == STUDENT or role == PARENT then return true, 18 end
  -- A liberty: what nothing prohibits is allowed.
  return true, 0
end

local function delete(r)
  if r.actor == r.chat.moderator then return true, 22 end
  if r.actor.role == TEACHER and r.actor.verified then return true, 23 end
  return false, 0
end

local function lesson(r)
  if r.actor == r.chat.moderator and r.actor.verified then return true, 24 end
  return false, 0
end

local function invite(r)
  if r.target.departed then return false, 27 end
  if r.place == CHAT and r.actor == r.chat.moderator then return true, 25 end
  if r.place == SCHOOL and r.actor.role == PARENT and r.target.role == STUDENT then return true, 26 end
  return false, 0
end

local function acquaint(r)
  if r.actor == r.chat.moderator then return true, 28 end
  return false, 0
end

local function appoint(r)
  if r.target.departed then return false, 30 end
  if r.actor.role == ADMIN and r.target.role == TEACHER then return true, 29 end
  return false, 0
end

local function meeting(r)
  if r.actor.role == ADMIN then return true, 31 end
  if r.actor == r.chat.moderator and r.actor.verified then return true, 32 end
  return false, 0
end

local TABLE = {
  [0] = block, unblock, remind, restrict, add, remove, post, delete, lesson, invite, acquaint, appoint, meeting,
}

local cost = {}
for round = 1, ROUNDS do
  local sum, start = 0, os.clock()
  for i = 1, count do
    local r = requests[i]
    local _, clause = TABLE[r.act](r)
    sum = sum + clause
  end
  cost[round] = (os.clock() - start) / count * 1e9
end
table.sort(cost)
local allowed, mismatches, fold = 0, 0, 0
for i = 1, count do
  local given, clause = TABLE[requests[i].act](requests[i])
  if given then allowed = allowed + 1 end
  if given ~= known_allowed[i] or clause ~= known_clause[i] then mismatches = mismatches + 1 end
  fold = (fold * 31 + clause * 2 + (given and 1 or 0)) % 1000003
end
print(string.format(
  '{"contestant": "lua", "people": %d, "requests": %d, "ns": %.1f, "ns_min": %.1f, "ns_max": %.1f, "allowed": %d, '
    .. '"mismatches": %d, "hash": %d}',
  people_count, count, cost[ROUNDS // 2 + 1], cost[1], cost[ROUNDS], allowed, mismatches, fold))
