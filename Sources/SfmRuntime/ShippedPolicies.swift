// Made by scripts/embed-policies from Policies/; edit the policies there.

/// The policies that come with the program, as source text.
package enum ShippedPolicies {
    package static let all: [(id: String, text: String)] = [
        (
            "koshdo-2024",
            #"""
            # Порядок применения «Сферум», дистанционная школа (КОШДО): 67 пунктов, из них 63 действующих.
            policy "koshdo-2024"
              title "Порядок применения сервисов взаимодействия, КОШДО" en "Order of use of the interaction services, KOSHDO"
              adopted 30.08.2024 by order "143"
              platform "VK Мессенджер"
              calls school "Школа", group "группа", teacher "педагог"

              # Общие положения
              clause 1 "Область применения" en "Scope"
                note "формы и правила общения педагогов с обучающимися и родителями" en "forms and rules of communication of staff with students and parents"
              clause 2 "Правовые основания" en "Legal basis"
                note "федеральный закон об образовании и акты о дистанционном обучении" en "the federal law on education and the acts on remote learning"
              clause 3 "Доступ к электронной образовательной среде" en "Access to the electronic learning environment"
                permit open journal by students, parents, teachers
              clause 4 "Общение в реальном времени" en "Communication in real time"
                note "с помощью цифровых сервисов" en "by means of digital services"
              clause 5 "Сервис — «Сферум», единое защищённое пространство" en "The service is Sferum, one protected space"
                states closed space
              clause 6 "Назначение платформы" en "Purpose of the platform"
                note "единая среда общения участников" en "one environment of communication"
              clause 7 "Платформа открыта всем участникам" en "Open to all participants"
                permit join by students, parents, employees
                note "включая обучающихся с особыми потребностями" en "those with special needs included"
              clause 8 "Доступ через VK Мессенджер, бесплатно" en "Reached through VK Messenger, free of charge"
                states access by messenger "VK Мессенджер"
              clause 9 "Учебный профиль: чаты, звонки, файлы, опросы, журнал" en "Study profile: chats, calls, files, polls, journal"
                states functions of messenger
                note "что есть в профиле, а не кому что можно" en "what exists, not who may do what"
              clause 10 "Ответственные закрепляются приказом директора" en "The director's order names the people responsible"
                oblige director to appoint as responsible

              # Администратор
              clause 11.1 "Заявка на регистрацию с приказом и контактами" en "Application with the order and contact data"
                oblige admin to submit application when appoint as admin
                permit submit application by admin
                forbid register school when application is not complete
                note "контакты: телефон и электронная почта; срок не назван" en "contact data: telephone and e-mail; no term is stated"
              clause 11.2 "Вход по номеру из заявки" en "Signing in by the number in the application"
                states own phone
                note "отказ по другому номеру — наше прочтение" en "the refusal of another number is our reading"
              clause 11.3 "Сведения о школе" en "The school's information"
                permit edit school by admin
              clause 11.4 "Класс «Учительская»" en "The class “Учительская”"
                permit create staff room by admin
              clause 11.5 "Структура школы" en "The school's structure"
                permit create group by admin
                note "при необходимости, по утверждённой номенклатуре" en "where needed, following the approved nomenclature"
              clause 11.6 "Ссылки-приглашения педагогам и обучающимся" en "Invite links for teachers and students"
                permit invite employees, students to group, school, staff room by admin
                note "родители в пункте не названы" en "parents are not named"
              clause 11.7 "Дополнительные администраторы" en "Additional administrators"
                permit appoint teachers as additional admin by admin when target is participant
              clause 11.8 "Классные руководители по группам" en "Class teachers of the groups"
                permit attach teachers as class teacher by admin
              clause 11.9 "Заявки на вступление" en "Requests to join"
                permit accept request, reject request by admin
              clause 11.10 "Подтверждение статуса педагога" en "Confirmation of the teacher status"
                permit verify by admin
              clause 11.11 "Движение обучающихся и педагогов" en "Movement of students and staff"
                permit record movement, enrol, transfer by admin
              clause 11.12 "Аннулирование невостребованных ссылок" en "Annulment of unclaimed links"
                oblige admin to annul links when invite to school, group, staff room
                note "срок не назван; обязанность отпадает, когда ссылку использовали" en "no term is stated; the duty lapses when the link is claimed"
              clause 11.13 "Системные каналы" en "System channels"
                permit create channel by admin
                permit post in channel by admin
              clause 11.14 "Трансляции" en "Broadcasts"
                permit plan broadcast, start broadcast by admin
              clause 11.15 "Помощь участникам" en "Help for the participants"
                oblige admin to help
              clause 11.16 "Связь с технической поддержкой" en "Contact with technical support"
                permit contact support by admin
              clause 11.17 "Статистика директору" en "Statistics for the director"
                oblige admin to report statistics

              # Администрация школы
              clause 12.1 "Приказ об использовании платформы" en "Order on the use of the platform"
                permit issue order by administration
              clause 12.2 "Назначение администратора платформы" en "Appointment of the administrator"
                permit appoint employees as admin by administration
              clause 12.3 "Администрация входит в «Учительскую» по ссылке как учитель" en "Administration joins the staff room by link as teacher"
                states links for administration as teacher to staff room
              clause 12.4 "Администрация подтверждает свой статус" en "Administration confirms its own status"
                permit verify administration by administration
              clause 12.5 "Материалы для системных каналов" en "Material for the system channels"
                permit provide material by administration
              clause 12.6 "Общение и совещания администрации" en "Communication and meetings of the administration"
                permit start meeting, start call by administration
                permit post in chat by administration
              clause 12.6.1 "Чат руководителя с заместителями" en "Chat of the head with the deputies"
                permit create chat for deputies by director
              clause 12.6.2 "Чат директора с педагогами" en "Chat of the director with the teaching staff"
                permit create chat for teachers by director
              clause 12.6.3 "Чат директора с родительским активом" en "Chat of the director with the parent activists"
                permit create chat for parent activists by director
              clause 12.6.4 "Иные управленческие чаты" en "Other chats for management tasks"
                permit create chat for others by administration
                note "иные — без указания, для кого чат" en "other: without a stated audience"
              clause 12.7 "Контроль использования" en "Control of the use"
                permit monitor use by administration

              # Классный руководитель
              clause 13.1 "Классный руководитель входит по ссылке администратора" en "Class teacher joins by the administrator's link"
                states links for class teacher from admin as teacher to school, group, staff room
              clause 13.2 "Классный руководитель проходит подтверждение" en "Class teacher passes verification"
                permit verify class teacher by admin
                permit request join as teacher by class teacher
              clause 13.3.1 "Чат с учениками своей группы" en "Chat with the students of the own group"
                permit create chat for students of own group by class teacher
              clause 13.3.2 "Чат с родителями своей группы" en "Chat with the parents of the own group"
                permit create chat for parents of own group by class teacher
              clause 13.3.3 "Чат с педагогами своей группы" en "Chat with the teachers of the own group"
                permit create chat for teachers of own group by class teacher
              clause 13.3.4 "Иные чаты для образовательных задач" en "Other chats for educational tasks"
                permit create chat for others by class teacher
              clause 13.4 "Общение и дистанционные мероприятия класса" en "Communication and remote events of the class"
                permit start meeting, start call by class teacher

              # Педагог, ведущий занятия
              clause 14.1 "Педагог входит по ссылке администратора" en "Teacher joins by the administrator's link"
                states links for teacher from admin as teacher to school, group, staff room
              clause 14.2 "Педагог проходит подтверждение" en "Teacher passes verification"
                permit verify teacher by admin
                permit request join as teacher by teacher
              clause 14.3.1 "Чат с учениками по предмету" en "Chat with students on a subject"
                permit create chat for students with subject by subject teacher
                note "кто закрепляет за педагогом предмет, не сказано" en "who assigns the subject to the teacher is not stated"
              clause 14.3.2 "Иные учебные чаты" en "Other study chats"
                permit create chat for others by teacher
              clause 14.4 "Общение и дистанционные занятия" en "Communication and remote lessons"
                permit start lesson, start call by teacher

              # Обучающийся и родитель
              clause 15.1 "Ученик входит в чат по ссылке педагога" en "Student joins a chat by a teacher's link"
                states links for student from teacher to chat
                permit invite students to chat by teacher
              clause 15.2 "Ученик участвует в общении" en "Student takes part in the communication"
                permit post in chat by student
              clause 15.3 "Ученик участвует в занятиях" en "Student takes part in lessons"
                permit join call by student
              clause 15.4 "Ученик бережёт свой профиль" en "Student keeps the own profile secure"
                oblige student not to share account
              clause 16.1 "Родитель входит в чат по ссылке педагога" en "Parent joins a chat by a link of the staff"
                states links for parent from teacher, administration to chat
                permit invite parents to chat by teacher, administration
              clause 16.2 "Родитель участвует в общении чата" en "Parent takes part in the communication of the chat"
                permit post in chat by parent

              # Права участников
              clause 17 "Доступ бесплатно и круглосуточно" en "Free access around the clock"
                permit sign in by participants
              clause 18 "Обращение в техническую поддержку" en "Writing to technical support"
                permit contact support by participants
              clause 19 "Информационные ресурсы" en "Information resources"
                permit browse resources by participants

              # Групповые чаты
              clause 20 "Групповой чат — по инициативе педагогического коллектива" en "Group chats on the initiative of the teaching staff as a body"
                permit create chat for students, parents by teacher when initiative is collective
                note "инициатива коллектива, а не одного педагога" en "of the body, not of a single teacher"
              clause 21 "Модератор следит за порядком" en "The moderator keeps order"
                oblige moderator to delete message when post if message is negative or excess
                note "срок «вовремя» не назван" en "“in time” names no term"
              clause 22 "Сначала правила, потом чат" en "Rules first, chat after"
                forbid add, join in chat when target has not acknowledged the rules
                permit acquaint, add by moderator
              clause 23 "Напоминание о правилах" en "Reminder of the rules"
                oblige moderator to remind target when violate
                note "срок напоминания не назван" en "no term is stated"
              clause 24 "Блокировка за систематические нарушения" en "Blocking for repeated violations"
                permit block by moderator when violations > 3 and duration <= 1 month
              clause 25 "Досрочная разблокировка" en "Early release"
                permit unblock by moderator when target has apologized and objections = 0
              clause 26 "Не по личным мотивам" en "Not for personal reasons"
                forbid block, remove by moderator when reason is personal
              clause 27 "Выбытие и увольнение" en "Departure and dismissal"
                oblige moderator to remove target when dismiss
                oblige moderator to remove target and parents of target when depart
                note "буквально: родителей исключают, даже если в группе остаётся другой их ребёнок" en "literally: the parents are removed even if another child of theirs stays in the group"
            end
            """# + "\n"
        ),
    ]
}
