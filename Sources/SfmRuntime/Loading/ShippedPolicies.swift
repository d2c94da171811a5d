// Made by scripts/embed-policies from Policies/; edit the policies there.

/// The policies that come with the program, as source text.
public enum ShippedPolicies {
    public static let all: [(id: String, text: String)] = [
        (
            "ibragimovo-2024",
            #"""
            # Приказ сельской школы об использовании «Сферум»: 11 пунктов, из них 9 действующих; применяет методические рекомендации.
            policy "ibragimovo-2024"
              title "Приказ об использовании «Сферум», сельская школа" en "Order on the use of Sferum, a village school"
              adopted 20.09.2024 by order "156-од"
              platform "VK Мессенджер"
              extends "recommendations-2023"

              clause 1 "Платформа остаётся в 2024/25 учебном году" en "The platform stays in the school year 2024/25"
                note "продолжение использования" en "the use goes on"
              clause 2 "Администрация выстраивает структуру и сопровождает" en "The administration builds the structure and accompanies"
                oblige administration to create group, create staff room, help, monitor use
                note "структуру в рекомендациях (4.6) выстраивает администратор: здесь — и администрация; «сопровождает» читаем как помощь участникам и контроль" en "in the recommendations (4.6) the administrator builds it: here the administration too; “accompanies” is read as help and control"
              clause 3.1 "Ограничить иностранные мессенджеры" en "Foreign messengers are restricted"
                forbid use messenger by employees when messenger in list foreign messengers
                note "в рабочих чатах и в общении с учениками и родителями; «ограничить» читаем как запрет" en "in work chats and with students and parents; “restrict” is read as a prohibition"
              clause 3.2 "Перевести общение на платформу" en "Communication moves to the platform"
                oblige actor to create chat when use messenger if actor is teacher and messenger in list foreign messengers
                note "срок перехода не назван; читаем: кто вёл общение в иностранном мессенджере, создаёт чат на платформе" en "no term is stated; read as: whoever talked in a foreign messenger creates a chat on the platform"
              clause 3.3 "Применять методические рекомендации" en "The recommendations are applied"
                note "этот порядок дополняет recommendations-2023" en "this policy extends recommendations-2023"
              clause 3.4 "Разъяснять платформу, проводить собрания" en "Explain the platform, hold meetings about it"
                oblige teachers to explain platform, start meeting
                note "родительские собрания и классные часы; сокращение ЧКР читаем как час классного руководителя" en "parents' meetings and class hours; the abbreviation ЧКР is read as the class teacher's hour"
              clause 4 "Приказ назначает двух администраторов" en "The order appoints two administrators"
                permit appoint employees as admin by director
                note "двое названы поимённо; дополнительные администраторы не предусмотрены" en "two are named; additional administrators are not provided for"
              clause 5 "Ответственный размещает акты на сайте" en "The person responsible publishes the acts on the site"
                oblige responsible to publish order when issue order
                note "срок не назван" en "no term is stated"
              clause 6 "Приказ доводят до педагогов" en "The order is made known to the teachers"
                oblige responsible to announce order when issue order
                note "делопроизводителя читаем как ответственного; срок не назван" en "the clerk is read as a person responsible; no term is stated"
              clause 7 "Контроль за директором" en "The director controls"
                permit monitor use by director
              clause app.1 "Перечень иностранных мессенджеров" en "List of foreign messengers"
                list foreign messengers: "Discord", "Snapchat", "Skype", "Microsoft Teams", "Threema", "Viber", "WhatsApp", "WeChat", "Telegram"
            end
            """# + "\n"
        ),
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
                oblige admin to submit application when appoint as admin if application is not submitted
                permit submit application by admin
                forbid register school when application has no order or application has no phone or application has no email
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
        (
            "krasnye-baki-2023",
            #"""
            # Положение школы рабочего посёлка: 32 пункта, из них 27 действующих. В источнике нет двух страниц.
            policy "krasnye-baki-2023"
              title "Положение об использовании «Сферум», школа посёлка" en "Regulation on the use of Sferum, a settlement school"
              adopted 30.08.2023 by order "199"
              platform "VK Мессенджер"
              calls group "класс"

              # Общие положения
              clause 1 "Область применения" en "Scope"
                note "учебные и внеурочные программы" en "study and extracurricular programmes"
              clause 1.1 "Правовые основания" en "Legal basis"
                note "платформа — часть информационной системы школы" en "the platform is part of the school's information system"

              # Администратор
              clause 2.1 "Администратора назначает руководитель приказом" en "The head appoints the administrator by order"
                permit appoint as admin by director
                permit issue order by director
              clause 2.1.1 "Заявка на регистрацию с приказом и контактами" en "Application with the order and contact data"
                oblige admin to submit application when appoint as admin if application is not submitted
                permit submit application by admin
                forbid register school when application has no order or application has no phone or application has no email
                note "срок не назван" en "no term is stated"
              clause 2.1.2 "Вход по номеру из заявки" en "Signing in by the number in the application"
                states own phone
              clause 2.1.3 "Сведения о школе" en "The school's information"
                permit edit school by admin
              clause 2.1.4 "Класс «Учительская»" en "The class “Учительская”"
                permit create staff room by admin
              clause 2.1.5 "Структура классов" en "The structure of classes"
                permit create group by admin
                note "при необходимости, по утверждённой номенклатуре" en "where needed, following the approved nomenclature"
              clause 2.1.6 "Ссылки-приглашения педагогам и ученикам" en "Invite links for teachers and students"
                permit invite employees, students to group, school, staff room by admin
                note "родители в пункте не названы" en "parents are not named"
              clause 2.1.7 "Дополнительные администраторы" en "Additional administrators"
                permit appoint teachers as additional admin by admin when target is participant
              clause 2.1.8 "Классные руководители по классам" en "Class teachers of the classes"
                permit attach teachers as class teacher by admin
                note "при необходимости, по утверждённому распределению" en "where needed, following the approved distribution"
              clause 2.1.9 "Заявки на вступление" en "Requests to join"
                permit accept request, reject request by admin
                note "от педагогов и, при необходимости, учеников" en "of teachers and, where needed, students"
              clause 2.1.10 "Подтверждение статуса педагога" en "Confirmation of the teacher status"
                permit verify by admin
                note "при необходимости; дальше в источнике нет страницы" en "where needed; a page of the source is missing after this"

              # Администрация: начало перечня утрачено
              clause 2.2.1 "Чат руководителя с педагогами" en "Chat of the head with the teaching staff"
                permit create chat for teachers by director
                note "номера 2.2.1–2.2.5 наши: начало перечня — на утраченной странице" en "the ids 2.2.1 to 2.2.5 are ours: the list begins on the missing page"
              clause 2.2.2 "Чат руководителя с родительским активом" en "Chat of the head with the parent activists"
                permit create chat for parent activists by director
              clause 2.2.3 "Чат руководителя с ученическим активом" en "Chat of the head with the student activists"
                permit create chat for student activists by director
              clause 2.2.4 "Иные управленческие чаты" en "Other chats for management tasks"
                permit create chat for others by administration
              clause 2.2.5 "Контроль использования" en "Control of the use"
                permit monitor use by administration

              # Классный руководитель
              clause 2.3.1 "Классный руководитель входит по ссылке администратора" en "Class teacher joins by the administrator's link"
                states links for class teacher from admin as teacher to school, group, staff room
              clause 2.3.2 "Классный руководитель проходит подтверждение" en "Class teacher passes verification"
                permit verify class teacher by admin
                permit request join as teacher by class teacher
                note "при необходимости; завершает администратор (2.1.10)" en "where needed; completed by the administrator (2.1.10)"
              clause 2.3.3.1 "Чат с учениками своего класса" en "Chat with the students of the own class"
                permit create chat for students of own group by class teacher
              clause 2.3.3.2 "Чат с родителями учеников" en "Chat with the students' parents"
                permit create chat for parents of own group by class teacher
                note "«своего» класса о родителях не сказано: читаем по заголовку перечня" en "the own class is not said of parents: read from the head of the list"
              clause 2.3.3.3 "Чат с педагогами класса" en "Chat with the teachers of the class"
                permit create chat for teachers of own group by class teacher
              clause 2.3.3.4 "Иные чаты для образовательных задач" en "Other chats for educational tasks"
                permit create chat for others by class teacher
              clause 2.3.4 "Общение и дистанционные мероприятия" en "Communication and remote events"
                permit start meeting, start call by class teacher

              # Педагог, ведущий занятия: продолжение утрачено
              clause 2.4.1 "Педагог входит по ссылке администратора" en "Teacher joins by the administrator's link"
                states links for teacher from admin as teacher to school, group, staff room
                note "учитель-предметник и педагог дополнительного образования; дальше нет страницы" en "subject teachers and teachers of additional education; a page is missing after this"

              # Права участников
              clause 3.2 "Обращение в техническую поддержку" en "Writing to technical support"
                permit contact support by participants
              clause 3.3 "Информационные ресурсы" en "Information resources"
                permit browse resources by participants
              clause 3.4 "Семинары и вебинары" en "Seminars and webinars"
                permit attend seminar by employees

              # Заключительные положения
              clause 4.1 "Вступление в силу" en "Entry into force"
                note "с подписания и утверждения" en "from signing and approval"
              clause 4.2 "Срок действия" en "Term"
                note "до принятия нового положения" en "until a new regulation is adopted"
              clause 4.3 "Что не урегулировано" en "What is not settled"
                note "решается по закону и уставу" en "follows the law and the charter"
            end
            """# + "\n"
        ),
        (
            "recommendations-2023",
            #"""
            # Методические рекомендации по использованию «Сферум»: 34 пункта, из них 28 действующих.
            # Абзацы в тексте не пронумерованы; разделы и абзацы сосчитаны нами: разделы 1–6, абзацы внутри раздела.
            policy "recommendations-2023"
              title "Методические рекомендации по использованию «Сферум»" en "Methodological recommendations on the use of Sferum"
              adopted 31.07.2023 by order "04-423"
              platform "VK Мессенджер"
              calls school "образовательная организация", teacher "педагогический работник"

              # Общие положения
              clause 1.1 "Зачем создана платформа" en "Why the platform exists"
                note "единая цифровая среда и равные условия обучения" en "one digital environment and equal conditions of learning"
              clause 1.2 "Единая среда общения для всех участников" en "One environment of communication for all participants"
                permit join by students, parents, employees
                note "вспомогательный инструмент; включая учеников с особыми потребностями" en "an auxiliary tool; students with special needs included"
              clause 1.3 "Правовые основания" en "Legal basis"
                note "постановления о цифровой образовательной среде" en "the government's acts on the digital educational environment"

              # Место платформы
              clause 2.1 "Отдельное пространство школы" en "A separate space of the school"
                states closed space
                states role by link
                note "функции зависят от роли участника" en "what one can use follows from one's role"
              clause 2.2 "Вход через VK Мессенджер, закрытый профиль" en "Reached through VK Messenger, a closed profile"
                states access by messenger "VK Мессенджер"
                states functions of messenger
                states closed space
                states invite only
                note "посторонний не попадёт в чат класса или школы; рекламы и платных услуг нет" en "an outsider does not get into a chat of the class or the school; no advertising, nothing paid"
              clause 2.3 "Страницы участников скрыты" en "Participants' pages are hidden"
                states hidden pages

              # Подготовка педагогов
              clause 3 "Консультации и обучение педагогов" en "Consultation and training of teachers"
                note "материалы и обучение по учебному профилю" en "material and training on the study profile"

              # Регистрация
              clause 4.1 "Школа сама решает об использовании" en "The school itself decides on the use"
                permit issue order by administration
                note "локальным актом; кто издаёт, не сказано — читаем: администрация" en "by a local act; who issues it is not said: read as the administration"
              clause 4.2 "Отдельное закрытое сообщество" en "A separate closed community"
                states closed space
                note "то же, что 2.1, для веб-интерфейса" en "the same as 2.1, for the web interface"
              clause 4.3 "Администратор — из работников школы" en "The administrator is an employee of the school"
                permit appoint employees as admin by administration
                note "кто назначает, не сказано — читаем: администрация" en "who appoints is not said: read as the administration"
              clause 4.4 "Регистрация по заявке администратора" en "Registration follows the administrator's application"
                states registration by application
                permit submit application by admin
                forbid register school when application is not submitted
              clause 4.5 "К заявке — документ с печатью и анкета" en "The application encloses a sealed document and a questionnaire"
                states registration by application
                forbid register school when application has no order or application has no phone or application has no questionnaire
                note "документ о назначении с номером телефона читаем как приказ с номером" en "the document of appointment with the telephone number is read as an order with a number"
              clause 4.6 "Администратор выстраивает структуру" en "The administrator builds the structure"
                permit create group, create staff room by admin
                permit invite employees to school, staff room, group by admin
                note "и даёт работникам возможность зарегистрироваться — читаем: ссылкой" en "and makes it possible for the staff to register: read as a link"
              clause 4.7 "Руководитель — с подтверждённой ролью «учитель»" en "The head has the confirmed role of teacher"
                oblige director to request join as teacher
                forbid create chat, invite, start meeting, start call, upload material, post by director when actor is not verified
                note "кто завершает подтверждение, не сказано: порядок — в инструкции (4.10)" en "who completes the confirmation is not said: the steps are in an instruction (4.10)"
              clause 4.8 "Что доступно руководителю" en "What the head may use"
                permit start meeting, start call, inform by director
                permit upload material by director
                permit post in chat, channel by director
                note "чаты руководителя не названы" en "chats of the head are not named"
              clause 4.9 "Педагоги — с подтверждённой ролью «учитель»" en "Teachers have the confirmed role of teacher"
                oblige teachers to request join as teacher
                forbid create chat, invite, start lesson, start meeting, start call, start broadcast, upload material, post by teachers when actor is not verified
                note "кто завершает подтверждение, не сказано: порядок — в инструкции (4.10)" en "who completes the confirmation is not said: the steps are in an instruction (4.10)"
              clause 4.10 "Порядок подтверждения роли" en "Steps of the confirmation"
                note "дан в отдельной инструкции" en "given in an instruction of their own"
              clause 4.11 "Что доступно педагогам" en "What teachers may use"
                permit start lesson, start meeting, start call by teachers
                permit upload material by teachers
                permit post in chat by teachers
              clause 4.12 "Учитель создаёт чаты и приглашает" en "The teacher creates chats and invites"
                permit create chat for teachers, students, parents by teachers
                permit invite teachers, students, parents to chat by teachers
                note "чаты с коллегами, учениками и родителями; роль видна по значку" en "chats with colleagues, students and parents; a badge shows the role"
              clause 4.13 "Учебный аккаунт ученика" en "The student's study account"
                permit invite students to school by teachers
                note "ссылку на страницу регистрации создаёт учитель; код может прийти на почту родителя" en "the teacher makes the link to the registration page; the code may go to a parent's e-mail"
              clause 4.14 "Ученики общаются через профиль" en "Students communicate through the profile"
                permit post in chat by students
              clause 4.15 "Что доступно ученикам" en "What students may use"
                permit upload material, join call by students
                permit post in chat by students
                note "общение в чатах повторяет 4.14" en "communication in chats repeats 4.14"
              clause 4.16 "Родители общаются через профиль" en "Parents communicate through the profile"
                permit post in chat by parents
              clause 4.17 "Инструкции ученикам и родителям" en "Instructions for students and parents"
                note "опубликованы отдельно" en "published separately"
              clause 4.18 "Вопросы — администратору школы" en "Questions go to the school's administrator"
                permit ask admin by students, parents, employees
              clause 4.19 "Мобильное приложение требует профиля" en "The mobile application needs a profile"
                states access by messenger "VK Мессенджер"
                states closed space
                note "профиль регистрируют в VK Мессенджере; повторяет 2.2" en "the profile is registered in VK Messenger; repeats 2.2"

              # Использование в программах
              clause 5.1 "Изменения в локальных актах" en "Changes of the local acts"
                note "при необходимости" en "where needed"
              clause 5.2 "Школа сообщает об использовании" en "The school tells of the use"
                oblige administration to inform, publish order
                note "кто именно сообщает, не сказано — читаем: администрация" en "who tells is not said: read as the administration"
              clause 5.3 "Общее образование: занятия, трансляции, материалы, общение" en "General education: lessons, broadcasts, material, communication"
                permit join call, upload material by teachers, students
                permit post in chat by teachers, students
                permit start lesson, start broadcast by teachers
                note "уроки педагогам разрешает уже 4.11" en "4.11 permits lessons to the teachers already"
              clause 5.4 "Среднее профессиональное образование: то же" en "Secondary vocational education: the same"
                permit join call, upload material by teachers, students
                permit post in chat by teachers, students
                permit start lesson, start broadcast by teachers
                note "те же четыре возможности, что в 5.3" en "the same four as in 5.3"
              clause 5.5 "Дополнительное образование: то же" en "Additional education: the same"
                permit join call, upload material by teachers, students
                permit post in chat by teachers, students
                permit start lesson, start broadcast by teachers
                note "те же четыре возможности, что в 5.3" en "the same four as in 5.3"
              clause 5.6 "Родители: мероприятия, трансляции, материалы, общение" en "Parents: events, broadcasts, material, communication"
                permit join call, upload material by parents
                permit post in chat by parents
                permit start meeting, start broadcast by teachers
                note "собрания и трансляции начинает учитель; повторяет 4.11, 4.16 и 5.3" en "meetings and broadcasts are started by the teacher; repeats 4.11, 4.16 and 5.3"
              clause 5.7 "Информационный канал и рост педагогов" en "Information channel and growth of the staff"
                permit create channel by employees
                permit post in channel by employees
                permit attend seminar by employees
                note "также сотрудничество с другими организациями и внеучебная работа" en "also cooperation with other organisations and extracurricular work"

              # Поддержка
              clause 6 "Обращения в техническую поддержку" en "Requests to technical support"
                permit contact support by participants
            end
            """# + "\n"
        ),
        (
            "rtishchevo-2025",
            #"""
            # Порядок политехнического лицея на «Сферум в МАХ»: 57 пунктов, из них 48 действующих.
            policy "rtishchevo-2025"
              title "Порядок применения сервисов взаимодействия, политехнический лицей" en "Order of use of the interaction services, a polytechnic lyceum"
              adopted 01.09.2025
              platform "Сферум в МАХ"
              calls school "Лицей", group "группа", teacher "преподаватель"

              # Общие положения
              clause 1.1 "Область применения" en "Scope"
                note "общение преподавателей с учащимися и родителями" en "communication of teachers with students and parents"
              clause 1.2 "Правовые основания" en "Legal basis"
                note "включая акты о национальном мессенджере" en "the acts on the national messenger included"
              clause 1.3.1 "Понятие: дистанционные технологии" en "Term: remote technologies"
                note "создание, передача и хранение учебных материалов" en "making, passing on and keeping study material"
              clause 1.3.2 "Понятие: «Сферум», защищённое пространство" en "Term: Sferum, a protected space"
                states closed space
              clause 1.3.3 "Понятие: учебный профиль VK Мессенджера" en "Term: study profile of VK Messenger"
                note "бесплатное приложение для общения" en "a free application for communication"
              clause 1.3.4 "Понятие: пользователи" en "Term: users"
                note "учащиеся, педагоги, родители несовершеннолетних" en "students, teaching staff, parents of minors"
              clause 1.3.5 "Понятие: МАХ" en "Term: MAX"
                note "национальный мессенджер" en "the national messenger"

              # Платформа
              clause 2.1 "Платформа взаимодействия — «Сферум в МАХ»" en "The platform of interaction is Sferum in MAX"
                states access by messenger "Сферум в МАХ"
                note "разделы 3 и 4.6 по-прежнему говорят о профиле VK Мессенджера" en "sections 3 and 4.6 still speak of the profile of VK Messenger"
              clause 2.2 "Общение — прямо через платформу" en "Communication goes directly through the platform"
                states functions of messenger

              # Администратор
              clause 3.1 "Администратора назначает директор приказом" en "The director appoints the administrator by order"
                permit appoint as admin by director
                permit issue order by director
              clause 3.1.1 "Заявка на регистрацию с приказом и контактами" en "Application with the order and contact data"
                oblige admin to submit application when appoint as admin if application is not submitted
                permit submit application by admin
                forbid register school when application has no order or application has no phone or application has no email
                note "срок не назван" en "no term is stated"
              clause 3.1.2 "Вход по номеру из заявки" en "Signing in by the number in the application"
                states own phone
              clause 3.1.3 "Сведения о лицее" en "The lyceum's information"
                permit edit school by admin
              clause 3.1.4 "Группа «Учительская»" en "The group “Учительская”"
                permit create staff room by admin
              clause 3.1.5 "Структура групп" en "The structure of groups"
                permit create group by admin
                note "при необходимости" en "where needed"
              clause 3.1.6 "Ссылки-приглашения педагогам и учащимся" en "Invite links for teachers and students"
                permit invite employees, students to group, school, staff room by admin
                note "родители в пункте не названы" en "parents are not named"
              clause 3.1.7 "Заявки на вступление" en "Requests to join"
                permit accept request, reject request by admin
                note "от педагогов и, при необходимости, учащихся" en "of teachers and, where needed, students"
              clause 3.1.8 "Движение учащихся и педагогов" en "Movement of students and staff"
                permit record movement, enrol, transfer by admin
              clause 3.1.9 "Аннулирование невостребованных ссылок" en "Annulment of unclaimed links"
                oblige admin to annul links when invite to school, group, staff room
                note "срок не назван; обязанность отпадает, когда ссылку использовали" en "no term is stated; the duty lapses when the link is claimed"
              clause 3.1.10 "Трансляции" en "Broadcasts"
                permit plan broadcast, start broadcast by admin
              clause 3.1.11 "Связь с технической поддержкой" en "Contact with technical support"
                permit contact support by admin
              clause 3.1.12 "Статистика директору" en "Statistics for the director"
                oblige admin to report statistics
                note "при наличии доступа" en "where accessible"

              # Администрация
              clause 3.2.1 "Материалы для системных каналов" en "Material for the system channels"
                permit provide material by administration
                note "каналы названы, материал получает администратор; права публиковать порядок ему не даёт" en "the channels are named and the administrator gets the material; no clause lets the administrator publish it"
              clause 3.2.2 "Чаты и совещания для управленческих задач" en "Chats and meetings for management tasks"
                permit create chat, start meeting, start call by administration
                permit post in chat by administration
                note "с любыми участниками: перечня чатов нет" en "with any participants: there is no list of chats"

              # Преподаватель группы
              clause 3.3.1 "Преподаватель входит по ссылке администратора" en "Teacher joins by the administrator's link"
                states links for teacher from admin as teacher to school, group, staff room
              clause 3.3.2 "Преподаватель проходит подтверждение" en "Teacher passes verification"
                permit verify teachers by nobody
                permit request join as teacher by teachers
                note "при необходимости; кто завершает подтверждение, порядок не называет" en "where needed; who completes the confirmation the text does not name"
              clause 3.3.3 "Преподаватель создаёт чаты с участниками" en "Teacher creates chats with participants"
                permit create chat for students of own group by teachers
                permit create chat for parents of own group by teachers
                permit create chat for others by teachers
                note "заголовок перечня 3.3.4–3.3.6: читаем вместе с ним" en "the head of the list 3.3.4 to 3.3.6: read together with it"
              clause 3.3.4 "Чат с учащимися своей группы" en "Chat with the students of the own group"
                permit create chat for students of own group by teachers
                note "первая строка перечня 3.3.3" en "the first line of the list of 3.3.3"
              clause 3.3.5 "Чат с родителями несовершеннолетних" en "Chat with the parents of minors"
                permit create chat for parents of own group by teachers
                note "«своей» группы о родителях не сказано: читаем по заголовку раздела; возраст учащихся модель не хранит" en "the own group is not said of parents: read from the head of the section; the model keeps no ages"
              clause 3.3.6 "Иные чаты для образовательных задач" en "Other chats for educational tasks"
                permit create chat for others by teachers
                note "сюда же — чат с педагогами группы: отдельно он не назван" en "a chat with the group's teachers too: it is not named by itself"
              clause 3.3.7 "Общение и дистанционные мероприятия" en "Communication and remote events"
                permit start meeting, start call by teachers

              # Педагог, ведущий занятия; мастер производственного обучения
              clause 3.4.1 "Предметник и мастер входят по ссылке администратора" en "Subject teacher and master join by the administrator's link"
                states links for teacher from admin as teacher to school, group, staff room
                note "повторяет 3.3.1 для предметника и мастера" en "repeats 3.3.1 for the subject teacher and the master"
              clause 3.4.2 "Предметник и мастер проходят подтверждение" en "Subject teacher and master pass verification"
                permit verify teachers by nobody
                permit request join as teacher by teachers
                note "кто завершает подтверждение, порядок не называет; повторяет 3.3.2" en "who completes the confirmation the text does not name; repeats 3.3.2"
              clause 3.4.3 "Учебные чаты с участниками" en "Study chats with participants"
                permit create chat for students with subject by subject teachers
                permit create chat for others by teachers
                note "заголовок перечня 3.4.3.1–3.4.3.2; «иные чаты» повторяют 3.3.6" en "the head of the list 3.4.3.1 to 3.4.3.2; “other chats” repeat 3.3.6"
              clause 3.4.3.1 "Чат с учащимися группы по предмету" en "Chat with the students of a group on a subject"
                permit create chat for students with subject by subject teachers
                note "первая строка перечня 3.4.3" en "the first line of the list of 3.4.3"
              clause 3.4.3.2 "Иные учебные чаты" en "Other study chats"
                permit create chat for others by teachers
                note "вторая строка перечня 3.4.3; повторяет 3.3.6" en "the second line of the list of 3.4.3; repeats 3.3.6"
              clause 3.4.3.3 "Общение и дистанционные уроки" en "Communication and remote lessons"
                permit start lesson, start call by teachers
                note "строка без номера после перечня; по смыслу — пункт раздела 3.4" en "an unnumbered line after the list; in substance a clause of 3.4"

              # Учащийся
              clause 3.5.1 "Учащийся входит в чат по ссылке классного руководителя" en "Student joins a chat by the class teacher's link"
                states links for student from class teacher to chat
                permit invite students to chat by class teacher
                note "больше никто не назван" en "nobody else is named"
              clause 3.5.2 "Учащийся участвует в общении" en "Student takes part in the communication"
                permit post in chat by student
              clause 3.5.3 "Учащийся участвует в занятиях" en "Student takes part in lessons"
                permit join call by student
              clause 3.5.3.1 "Учащийся бережёт свой профиль" en "Student keeps the own profile secure"
                oblige student not to share account
                note "строка без номера после 3.5.3" en "an unnumbered line after 3.5.3"

              # Родитель
              clause 3.6.1 "Родитель входит в чат по ссылке педагога" en "Parent joins a chat by a link of the staff"
                states links for parent from teacher, administration to chat
                permit invite parents to chat by teacher, administration
                note "в скобках названы классный руководитель, мастер, воспитатель и администрация: читаем — любой педагог или администрация" en "the brackets name class teacher, master, tutor and administration: read as any teacher or the administration"
              clause 3.6.2 "Родитель участвует в общении чата" en "Parent takes part in the communication of the chat"
                permit post in chat by parent

              # Права участников
              clause 4.1 "Доступ бесплатно и круглосуточно" en "Free access around the clock"
                permit sign in by participants
              clause 4.2 "Обращение в техническую поддержку" en "Writing to technical support"
                permit contact support by participants
                note "«Сферум» и МАХ" en "of Sferum and of MAX"
              clause 4.3 "Информационные ресурсы" en "Information resources"
                permit browse resources by participants
              clause 4.4 "Семинары и вебинары" en "Seminars and webinars"
                permit attend seminar by employees

              # Обязанности и запреты
              clause 4.5.1 "Не указывать о себе ложных данных" en "No false data about oneself"
                forbid give false data
              clause 4.5.2 "Сообщить администратору о чужом доступе" en "Tell the administrator of unauthorised access"
                oblige target to inform admin when hack account
                note "срок не назван; сообщает тот, чей аккаунт взломан" en "no term is stated; whose account it is tells"
              clause 4.5.3 "Вежливость: без брани и оскорблений" en "Politeness: no obscene language, no insults"
                forbid post as offensive
              clause 4.5.4 "Иные обязанности пользователя" en "Other obligations of the user"
                note "по пользовательскому соглашению" en "by the user agreement"
              clause 4.6.1 "Не размещать нарушающее права других" en "Nothing that violates the rights of others"
                forbid post in chat as violating rights
                note "только в чатах: каналы пункт не называет" en "in chats only: the clause names no channels"
              clause 4.6.2 "Не собирать чужие персональные данные" en "No collection of others' personal data"
                forbid collect data when target is not actor
                note "незаконный сбор; согласие модель не хранит, читаем: любой сбор чужих данных" en "unlawful collection; the model keeps no consent: read as any collection of others' data"
              clause 4.6.3 "Не передавать свой аккаунт" en "Nobody hands over their own account"
                forbid share account

              # Заключительные положения и приложения
              clause 5 "Вступление в силу" en "Entry into force"
                note "утверждает директор; с момента подписания" en "approved by the director; from the moment of signing"
              clause app.1 "Ответственные лица" en "Persons responsible"
                note "два заместителя директора и администратор" en "two deputies and the administrator"
              clause app.2 "Перечень запрещённых систем" en "List of prohibited systems"
                list prohibited systems: "Discord", "Microsoft Teams", "Skype for Business", "Snapchat", "Telegram", "Threema", "Viber", "WhatsApp", "WeChat"
                forbid use messenger when messenger in list prohibited systems
            end
            """# + "\n"
        ),
        (
            "tekhnikum",
            #"""
            # Порядок техникума, без даты: 77 пунктов, из них 66 действующих.
            # В разделах 20 и 21 тире не пронумерованы; номера 20.1.1–21.4.7 сосчитаны нами.
            policy "tekhnikum"
              title "Порядок применения сервисов взаимодействия, техникум" en "Order of use of the interaction services, a technical school"
              platform "VK Мессенджер"
              calls school "Техникум", group "группа", teacher "преподаватель"

              # Общие положения
              clause 1 "Область применения" en "Scope"
                note "электронное обучение и дистанционные технологии" en "e-learning and remote technologies"
              clause 2 "Понятия" en "Terms"
                note "информационная система, онлайн-курс, цифровой контент, цифровой сервис" en "information system, online course, digital content, digital service"
              clause 3 "Программы — с электронным обучением" en "Programmes with e-learning"
                note "целиком или частями" en "as a whole or in parts"
              clause 4 "Отложенное и прямое общение" en "Deferred and direct interaction"
                note "задания выполняются самостоятельно" en "tasks are done by oneself"
              clause 5 "Дистанционные технологии" en "Remote technologies"
                note "общение на расстоянии" en "interaction at a distance"
              clause 6 "Государственные информационные системы" en "State information systems"
                note "техникум ими пользуется" en "the school uses them"
              clause 7 "Программы — по закону или из реестра" en "Software lawful or from the register"
                oblige employees to use messenger if messenger is "VK Мессенджер"
                note "«и (или)»: реестр не приложен, читаем как обязанность работать в названном мессенджере" en "“and (or)”: the register is not enclosed; read as the duty to work in the messenger that is named"
              clause 8 "Перечень запрещённых систем" en "List of prohibited systems"
                list prohibited systems: "Discord", "Snapchat", "Skype", "Microsoft Teams", "Threema", "Viber", "WhatsApp", "WeChat", "Telegram"
                forbid use messenger when messenger in list prohibited systems
                note "регулятор рекомендует отечественное, перечень называет запрещённым: читаем как запрет" en "the regulator recommends domestic software and calls its list prohibited: read as a prohibition"
              clause 9 "Хранение документов" en "Keeping of records"
                note "по законам об архивном деле, тайне и персональных данных" en "by the archive, secrecy and personal-data laws"
              clause 10 "Назначение платформы" en "Purpose of the platform"
                note "единая среда общения, вспомогательный инструмент" en "one environment of communication, an auxiliary tool"
              clause 11 "Отдельное пространство техникума" en "A separate space of the school"
                states closed space
                states role by link
              clause 12 "Вход через VK Мессенджер, закрытый профиль" en "Reached through VK Messenger, a closed profile"
                states access by messenger "VK Мессенджер"
                states functions of messenger
                states invite only
                note "посторонний не попадёт в чат группы или техникума; рекламы и платных услуг нет" en "an outsider does not get into a chat of the group or the school; no advertising, nothing paid"
              clause 13 "Страницы участников скрыты" en "Participants' pages are hidden"
                states hidden pages
              clause 14 "Программы: занятия, трансляции, материалы, общение" en "Programmes: lessons, broadcasts, material, communication"
                permit join call, upload material, post in chat by teachers, students
                permit start lesson, start broadcast by teachers
              clause 15 "Родители: мероприятия, трансляции, материалы, общение" en "Parents: events, broadcasts, material, communication"
                permit join call, upload material, post in chat by parents
                permit start meeting, start broadcast by teachers
                note "трансляции повторяют пункт 14" en "broadcasts repeat 14"
              clause 16 "Информационный канал и рост педагогов" en "Information channel and growth of the staff"
                permit create channel by employees
                permit post in channel by employees when channel is not in list system channels
                permit attend seminar by employees
                note "системные каналы ведёт администратор (20.1.13)" en "the system channels are run by the administrator (20.1.13)"
              clause 17 "Консультации" en "Consultation"
                note "обучение и материалы на сайте платформы" en "training and material on the platform's site"
              clause 18 "Блог для учителей" en "Blog for teachers"
                note "о начале работы и профиле" en "on starting and on the profile"
              clause 19 "Методическая поддержка" en "Methodological support"
                note "сведения размещены в сети" en "the information is on the net"

              # Администратор
              clause 20.1.1 "Заявка на регистрацию с приказом и контактами" en "Application with the order and contact data"
                oblige admin to submit application when appoint as admin if application is not submitted
                permit submit application by admin
                forbid register school when application has no order or application has no phone or application has no email
                note "срок не назван" en "no term is stated"
              clause 20.1.2 "Вход по номеру из заявки" en "Signing in by the number in the application"
                states own phone
              clause 20.1.3 "Сведения о техникуме" en "The school's information"
                permit edit school by admin
              clause 20.1.4 "Класс «Учительская»" en "The class “Учительская”"
                permit create staff room by admin
              clause 20.1.5 "Структура классов" en "The structure of classes"
                permit create group by admin
                note "при необходимости, по утверждённой номенклатуре" en "where needed, following the approved nomenclature"
              clause 20.1.6 "Ссылки-приглашения педагогам и обучающимся" en "Invite links for teachers and students"
                permit invite employees, students to group, school, staff room by admin
                note "родители в пункте не названы" en "parents are not named"
              clause 20.1.7 "Дополнительные администраторы" en "Additional administrators"
                permit appoint teachers as additional admin by admin when target is participant
              clause 20.1.8 "Классные руководители по группам" en "Class teachers of the groups"
                permit attach teachers as class teacher by admin
                note "при необходимости, по утверждённому распределению" en "where needed, following the approved distribution"
              clause 20.1.9 "Заявки на вступление" en "Requests to join"
                permit accept request, reject request by admin
                note "от педагогов и, при необходимости, обучающихся" en "of teachers and, where needed, students"
              clause 20.1.10 "Подтверждение статуса педагога" en "Confirmation of the teacher status"
                permit verify by admin
              clause 20.1.11 "Движение обучающихся и педагогов" en "Movement of students and staff"
                permit record movement, enrol, transfer by admin
              clause 20.1.12 "Аннулирование невостребованных ссылок" en "Annulment of unclaimed links"
                oblige admin to annul links when invite to school, group, staff room
                note "срок не назван; обязанность отпадает, когда ссылку использовали" en "no term is stated; the duty lapses when the link is claimed"
              clause 20.1.13 "Системные каналы" en "System channels"
                permit post in channel by admin when channel in list system channels
                list system channels: "Общешкольный", "Сотрудники"
                note "перечень закрытый: два канала" en "a closed list: two channels"
              clause 20.1.14 "Трансляции" en "Broadcasts"
                permit plan broadcast, start broadcast by admin
              clause 20.1.15 "Помощь участникам" en "Help for the participants"
                oblige admin to help
              clause 20.1.16 "Связь с технической поддержкой" en "Contact with technical support"
                permit contact support by admin
              clause 20.1.17 "Статистика директору" en "Statistics for the director"
                oblige admin to report statistics
                note "при наличии доступа" en "where accessible"

              # Администрация техникума
              clause 20.2.1 "Приказ об использовании платформы" en "Order on the use of the platform"
                permit issue order by administration
              clause 20.2.2 "Назначение администратора платформы" en "Appointment of the administrator"
                permit appoint employees as admin by administration
              clause 20.2.3 "Администрация входит в «Учительскую» по ссылке как учитель" en "Administration joins the staff room by link as teacher"
                states links for administration as teacher to staff room
              clause 20.2.4 "Администрация подтверждает свой статус" en "Administration confirms its own status"
                permit verify administration by administration
                note "при необходимости" en "where needed"
              clause 20.2.5 "Материалы для системных каналов" en "Material for the system channels"
                permit provide material by administration
              clause 20.2.6 "Общение и совещания администрации" en "Communication and meetings of the administration"
                permit start meeting, start call by administration
                permit post in chat by administration
              clause 20.2.6.1 "Чат директора с заместителями" en "Chat of the director with the deputies"
                permit create chat for deputies by director
              clause 20.2.6.2 "Чат директора с педагогами" en "Chat of the director with the teaching staff"
                permit create chat for teachers by director
              clause 20.2.6.3 "Чат директора с родительским активом" en "Chat of the director with the parent activists"
                permit create chat for parent activists by director
              clause 20.2.6.4 "Чат директора с активом обучающихся" en "Chat of the director with the student activists"
                permit create chat for student activists by director
              clause 20.2.6.5 "Иные управленческие чаты" en "Other chats for management tasks"
                permit create chat for others by administration
              clause 20.2.7 "Контроль использования" en "Control of the use"
                permit monitor use by administration

              # Классный руководитель
              clause 20.3.1 "Классный руководитель входит по ссылке администратора" en "Class teacher joins by the administrator's link"
                states links for class teacher from admin as teacher to school, group, staff room
              clause 20.3.2 "Классный руководитель проходит подтверждение" en "Class teacher passes verification"
                permit verify class teacher by admin
                permit request join as teacher by class teacher
                note "при необходимости; завершает администратор (20.1.10)" en "where needed; completed by the administrator (20.1.10)"
              clause 20.3.3.1 "Чат с обучающимися своей группы" en "Chat with the students of the own group"
                permit create chat for students of own group by class teacher
              clause 20.3.3.2 "Чат с родителями обучающихся" en "Chat with the students' parents"
                permit create chat for parents of own group by class teacher
                note "«своей» группы о родителях не сказано: читаем по заголовку перечня" en "the own group is not said of parents: read from the head of the list"
              clause 20.3.3.3 "Чат с педагогами группы" en "Chat with the teachers of the group"
                permit create chat for teachers of own group by class teacher
              clause 20.3.3.4 "Иные чаты для образовательных задач" en "Other chats for educational tasks"
                permit create chat for others by class teacher
              clause 20.3.4 "Общение и дистанционные мероприятия" en "Communication and remote events"
                permit start meeting, start call by class teacher

              # Педагог, ведущий занятия; мастер производственного обучения
              clause 20.4.1 "Педагог входит по ссылке администратора" en "Teacher joins by the administrator's link"
                states links for teacher from admin as teacher to school, group, staff room
              clause 20.4.2 "Педагог проходит подтверждение" en "Teacher passes verification"
                permit verify teacher by admin
                permit request join as teacher by teacher
                note "при необходимости; завершает администратор (20.1.10)" en "where needed; completed by the administrator (20.1.10)"
              clause 20.4.3.1 "Чат с обучающимися группы по предмету" en "Chat with the students of a group on a subject"
                permit create chat for students with subject by subject teacher
                note "кто закрепляет за педагогом предмет, не сказано" en "who assigns the subject to the teacher is not stated"
              clause 20.4.3.2 "Иные учебные чаты" en "Other study chats"
                permit create chat for others by teacher
              clause 20.4.4 "Общение и дистанционные занятия" en "Communication and remote lessons"
                permit start lesson, start call by teacher
                note "уроки названы уже в пункте 14" en "lessons are named in 14 already"
              clause 20.4.5 "Семинары и вебинары" en "Seminars and webinars"
                permit attend seminar by employees
                note "повторяет 16: участие в семинарах как профессиональный рост" en "repeats 16: seminars as professional growth"

              # Обучающийся и родитель
              clause 20.5.1 "Обучающийся входит в чат по ссылке педагога" en "Student joins a chat by a teacher's link"
                states links for student from teacher to chat
                permit invite students to chat by teacher
                note "учитель или классный руководитель" en "a teacher or the class teacher"
              clause 20.5.2 "Обучающийся участвует в общении" en "Student takes part in the communication"
                permit post in chat by student
              clause 20.5.3 "Обучающийся участвует в занятиях" en "Student takes part in lessons"
                permit join call by student
              clause 20.5.4 "Обучающийся бережёт свой профиль" en "Student keeps the own profile secure"
                oblige student not to share account
              clause 20.6.1 "Родитель входит в чат по ссылке педагога" en "Parent joins a chat by a link of the staff"
                states links for parent from teacher, administration to chat
                permit invite parents to chat by teacher, administration
                note "в скобках названы классный руководитель и администрация: читаем — любой педагог или администрация" en "the brackets name the class teacher and the administration: read as any teacher or the administration"
              clause 20.6.2 "Родитель участвует в общении чата" en "Parent takes part in the communication of the chat"
                permit post in chat by parent
                note "повторяет пункт 15" en "repeats 15"

              # Права участников
              clause 21.1 "Доступ бесплатно и круглосуточно" en "Free access around the clock"
                permit sign in by participants
              clause 21.2 "Обращение в техническую поддержку" en "Writing to technical support"
                permit contact support by participants
              clause 21.3 "Информационные ресурсы" en "Information resources"
                permit browse resources by participants

              # Этика общения
              clause 21.4.1 "Групповой чат — по инициативе педагога" en "Group chats on the initiative of a teacher"
                permit create chat for students, parents by teacher
                note "достаточно одного педагога; родители — несовершеннолетних, но возраст модель не хранит" en "a single teacher is enough; the parents are those of minors, but the model keeps no ages"
              clause 21.4.2 "Педагог-модератор следит за порядком" en "The teacher as moderator keeps order"
                oblige moderator to delete message when post if message is negative or excess
                note "срок «вовремя» не назван" en "“in time” names no term"
              clause 21.4.3 "Сначала правила, потом чат" en "Rules first, chat after"
                forbid add, join in chat when target has not acknowledged the rules
                permit acquaint, add by moderator
              clause 21.4.4 "Напоминание о правилах" en "Reminder of the rules"
                oblige moderator to remind target when violate
                note "срок не назван" en "no term is stated"
              clause 21.4.5 "Ограничение доступа нарушителя" en "Restricting the access of a violator"
                permit restrict, block by moderator when violations >= 1
                note "число нарушений не названо — читаем: одно; срок и досрочное снятие не названы" en "no number of violations is stated: read as one; neither a term nor an early release is stated"
              clause 21.4.6 "Не по личным мотивам" en "Not for personal reasons"
                forbid remove, block, restrict by moderator when reason is personal
              clause 21.4.7 "Выбытие и увольнение" en "Departure and dismissal"
                oblige moderator to remove target when dismiss
                oblige moderator to remove target and parents of target when depart
                note "срок не назван; буквально: родителей исключают, даже если в группе остаётся другой их ребёнок" en "no term is stated; literally: the parents are removed even if another child of theirs stays in the group"
            end
            """# + "\n"
        ),
    ]
}
