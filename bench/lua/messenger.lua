-- A school messenger written by hand: the same thirteen rules as messenger.sfm, as data, and one world a scenario.
local World = {}
World.__index = World

local function violated_more_than_three(_, call) return call.member.violations > 3 end
local function month_at_most(_, call) return call.days <= 31 end
local function not_acquainted(_, call) return not call.target.knows[call.chat.name] end
local function personal(_, call) return call.reason == "personal" end
local function for_rules(_, call) return call.reason == "rules" end
local function apologized(_, call) return call.member.apologized end
local function nobody_objects(_, call) return call.member.objections == 0 end

local RULES = {
  {clause = "1.1", effect = "permit", acts = {"create_chat"}, by = {"teacher"}},
  {clause = "1.2", effect = "forbid", acts = {"create_chat"}, by = {"student", "parent"}},
  {clause = "2.1", effect = "permit", acts = {"acquaint"}, by = {"moderator"}},
  {clause = "2.2", effect = "forbid", acts = {"add", "join"}, when = {not_acquainted}},
  {clause = "2.3", effect = "permit", acts = {"add"}, by = {"moderator"}},
  {clause = "3.1", effect = "permit", acts = {"post"}, by = {"student", "parent", "teacher"}},
  {clause = "4.1", effect = "permit", acts = {"remind"}, by = {"moderator"}},
  {clause = "4.2", effect = "permit", acts = {"block"}, by = {"moderator"}, when = {violated_more_than_three, month_at_most}},
  {clause = "4.3", effect = "forbid", acts = {"block", "remove"}, by = {"moderator"}, when = {personal}},
  {clause = "4.4", effect = "permit", acts = {"unblock"}, by = {"moderator"}, when = {apologized, nobody_objects}},
  {clause = "4.5", effect = "permit", acts = {"remove"}, by = {"moderator"}, when = {for_rules}},
  {clause = "5.1", effect = "oblige", acts = {"remove"}, bearer = "moderator", parents = true, event = "depart"},
  {clause = "5.2", effect = "oblige", acts = {"remove"}, bearer = "moderator", parents = false, event = "dismiss"},
}

local LIBERTIES = {post = true, join = true}

-- The rules of each act, and the duties of each event.
local norms, duties_after = {}, {}
for _, rule in ipairs(RULES) do
  local event = rule.event
  if event then
    duties_after[event] = duties_after[event] or {}
    table.insert(duties_after[event], rule)
  else
    for _, act in ipairs(rule.acts) do
      norms[act] = norms[act] or {}
      table.insert(norms[act], rule)
    end
  end
end

local function has_role(person, role, chat)
  if role == "moderator" then return chat ~= nil and chat.moderator == person end
  return person.roles[role] == true
end

-- How many parts of a rule do not fit a call.
local function misses(world, rule, call)
  local count = 0
  if rule.by then
    local fits = false
    for _, role in ipairs(rule.by) do
      if has_role(call.actor, role, call.chat) then fits = true break end
    end
    if not fits then count = 1 end
  end
  if rule.when then
    for _, holds in ipairs(rule.when) do
      if not holds(world, call) then count = count + 1 end
    end
  end
  return count
end

local function impossible(world, call)
  local act, chat = call.act, call.chat
  if act == "post" then
    local member = chat.members[call.actor.name]
    if not member then return "not a member" end
    if member.blocked_until > world.now then return "blocked" end
  elseif act == "block" or act == "unblock" or act == "remind" then
    if not call.member then return "not a member" end
  elseif act == "add" and call.target.departed then
    return "departed"
  end
end

function World.new()
  return setmetatable({people = {}, order = {}, groups = {}, chats = {}, chat_order = {}, duties = {}, now = 0}, World)
end

-- The answer to "may this be done now?": outcome and cited clauses.
function World:decide(call)
  local reason = impossible(self, call)
  if reason then return {outcome = "impossible", reason = reason, clauses = {}} end
  local prohibited, granted, nearest, least = nil, {}, {}, math.huge
  for _, rule in ipairs(norms[call.act] or {}) do
    local count = misses(self, rule, call)
    if rule.effect == "forbid" then
      if count == 0 then
        prohibited = prohibited or {}
        prohibited[#prohibited + 1] = rule.clause
      end
    elseif count == 0 then
      granted[#granted + 1] = rule.clause
    elseif count < least then
      nearest, least = {rule.clause}, count
    elseif count == least then
      nearest[#nearest + 1] = rule.clause
    end
  end
  if prohibited then return {outcome = "prohibited", clauses = prohibited} end
  for _, duty in ipairs(self.duties) do
    if not duty.done and duty.act == call.act and duty.bearer == call.actor and duty.target == call.target then
      granted[#granted + 1] = duty.clause
    end
  end
  if #granted > 0 or LIBERTIES[call.act] then return {outcome = "allowed", clauses = granted} end
  return {outcome = "not granted", clauses = nearest}
end

function World:must(call)
  local decision = self:decide(call)
  if decision.outcome ~= "allowed" then
    error(call.act .. ": " .. decision.outcome .. " by " .. table.concat(decision.clauses, ", "))
  end
end

function World:person(name)
  local person = self.people[name]
  if not person then
    person = {name = name, roles = {}, children = {}, parents = {}, knows = {}, departed = false}
    self.people[name] = person
    self.order[#self.order + 1] = person
  end
  return person
end

function World:group(name)
  local group = self.groups[name]
  if not group then
    group = {name = name, students = {}}
    self.groups[name] = group
  end
  return group
end

local function new_member()
  return {violations = 0, reminders = 0, blocked_until = 0, apologized = false, objections = 0}
end

function World:given_class_teacher(name, group)
  local person, place = self:person(name), self:group(group)
  person.roles.teacher = true
  place.teacher = person
end

function World:given_students(names, group)
  local place = self:group(group)
  for _, name in ipairs(names) do
    local person = self:person(name)
    person.roles.student = true
    person.group = place
    place.students[#place.students + 1] = person
  end
end

function World:given_parent(name, child)
  local person, student = self:person(name), self:person(child)
  person.roles.parent = true
  person.children[child] = student
  student.parents[#student.parents + 1] = person
end

function World:create_chat(actor, name, audience, group)
  local person = self.people[actor]
  self:must {act = "create_chat", actor = person}
  local chat = {name = name, audience = audience, group = self:group(group), moderator = person, messages = {}}
  chat.members = {[actor] = new_member()}
  person.knows[name] = true
  self.chats[name] = chat
  self.chat_order[#self.chat_order + 1] = chat
end

function World:acquaint(actor, names, chat)
  local person, place = self.people[actor], self.chats[chat]
  for _, name in ipairs(names) do
    local target = self.people[name]
    self:must {act = "acquaint", actor = person, chat = place, target = target}
    target.knows[chat] = true
  end
end

function World:add(actor, names, chat)
  local person, place = self.people[actor], self.chats[chat]
  for _, name in ipairs(names) do
    self:must {act = "add", actor = person, chat = place, target = self.people[name]}
    place.members[name] = place.members[name] or new_member()
  end
end

function World:post(actor, text, chat)
  local person, place = self.people[actor], self.chats[chat]
  self:must {act = "post", actor = person, chat = place}
  place.messages[#place.messages + 1] = {author = person, text = text, time = self.now}
end

function World:violate(name, chat)
  local member = self.chats[chat].members[name]
  member.violations = member.violations + 1
end

function World:remind(actor, name, chat)
  local place = self.chats[chat]
  local member = place.members[name]
  self:must {act = "remind", actor = self.people[actor], chat = place, target = self.people[name], member = member}
  member.reminders = member.reminders + 1
end

function World:blocking(actor, name, chat, days)
  local place = self.chats[chat]
  return {
    act = "block", actor = self.people[actor], chat = place, target = self.people[name], member = place.members[name],
    days = days,
  }
end

function World:block(actor, name, chat, days)
  local call = self:blocking(actor, name, chat, days)
  self:must(call)
  call.member.blocked_until = self.now + days
  call.member.apologized, call.member.objections = false, 0
end

function World:advance(days) self.now = self.now + days end

function World:depart(name)
  local person = self.people[name]
  person.departed = true
  for _, rule in ipairs(duties_after.depart) do
    for _, chat in ipairs(self.chat_order) do
      local concerned = {person}
      if rule.parents then table.move(person.parents, 1, #person.parents, 2, concerned) end
      for _, target in ipairs(concerned) do
        if chat.members[target.name] then
          self.duties[#self.duties + 1] =
            {act = "remove", bearer = chat.moderator, chat = chat, target = target, clause = rule.clause, done = false}
        end
      end
    end
  end
end

function World:fulfil_duties()
  for _, duty in ipairs(self.duties) do
    if not duty.done then
      self:must {act = "remove", actor = duty.bearer, chat = duty.chat, target = duty.target}
      duty.chat.members[duty.target.name] = nil
      duty.done = true
    end
  end
end

function World:expect_denied_block(clause, actor, name, chat, days)
  local decision = self:decide(self:blocking(actor, name, chat, days))
  local denied = decision.outcome == "prohibited" or decision.outcome == "not granted"
  for _, cited in ipairs(decision.clauses) do
    if denied and cited == clause then return end
  end
  error("expected a refusal by clause " .. clause .. ", got " .. decision.outcome)
end

function World:expect_blocked(name, chat, wanted)
  local member = self.chats[chat].members[name]
  if (member ~= nil and member.blocked_until > self.now) ~= wanted then error(name .. " blocked: not " .. tostring(wanted)) end
end

function World:expect_member(name, chat, wanted)
  if (self.chats[chat].members[name] ~= nil) ~= wanted then error(name .. " member: not " .. tostring(wanted)) end
end

return World
