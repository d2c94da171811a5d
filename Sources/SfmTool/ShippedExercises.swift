// Made by scripts/embed-exercises from Examples/exercises/; edit the exercises there.

/// The course that comes with the program, as source text.
enum ShippedExercises {
    static let all: [(name: String, text: String)] = [
        (
            "01-application.ru.sfm",
            #"""
            # Упражнение: от назначения администратора до его первого входа. Пункты 11.1, 11.2 и 12.2
            применить порядок "koshdo-2024"

            упражнение "Заявка и номер телефона" [регистрация]
              рассказ "Школа выходит на платформу. Директор @соколов решил, что администратором станет учитель @смирнова: заместитель @орлов и без того занят."
              рассказ "Телефон школы — +7 900 000-00-01, почта — school@example.org, о применении платформы издают приказ № 143."
              рассказ "Доведите дело до первого входа администратора на платформу."
              баллы 10

              дано директор @соколов
              дано учитель @смирнова
              дано заместитель @орлов

              цель "Администратор назначен": @смирнова администратор
              цель "Школа зарегистрирована": школа зарегистрирована
              цель "Первый вход администратора состоялся": @смирнова участница школы
              цель нет неисполненных обязанностей

              подсказка "Заявку подаёт администратор, а назначает его администрация школы."
              подсказка "В заявке нужны приказ, телефон и почта: без любого из трёх школу не зарегистрируют."
              подсказка "Войти можно только по тому номеру, который указан в заявке."

              решение
                @соколов: назначить @смирнова администратором
                @смирнова: подать заявку на регистрацию с приказом "143" с номером "+7 900 000-00-01" с почтой "school@example.org"
                зарегистрировать школу "КОШДО"
                @смирнова: войти по номеру "+7 900 000-00-01"
              конец
            конец
            """# + "\n"
        ),
        (
            "01-application.sfm",
            #"""
            # Exercise: from the appointment of the administrator to the first sign-in. Clauses 11.1, 11.2 and 12.2
            use policy "koshdo-2024"

            exercise "The application and the phone number" [registration]
              story "The school is joining the platform. Director @sokolov wants teacher @smirnova to be the administrator: deputy @orlov is busy as it is."
              story "The school's phone is +7 900 000-00-01, its e-mail school@example.org, and the order on using the platform has the number 143."
              story "See it through to the administrator's first sign-in."
              points 10

              given director @sokolov
              given teacher @smirnova
              given deputy @orlov

              goal "The administrator is appointed": @smirnova is admin
              goal "The school is registered": school is registered
              goal "The administrator has signed in": @smirnova is participant of school
              goal no pending duties

              hint "The administrator submits the application, and the school's administration appoints the administrator."
              hint "The application needs the order, the phone and the e-mail: without any of the three the school is not registered."
              hint "Only the number in the application lets the administrator in."

              solution
                @sokolov: appoint @smirnova as admin
                @smirnova: submit application with order "143" with phone "+7 900 000-00-01" with email "school@example.org"
                register school "КОШДО"
                @smirnova: sign in with phone "+7 900 000-00-01"
              end
            end
            """# + "\n"
        ),
        (
            "02-staff-room.ru.sfm",
            #"""
            # Упражнение: учительская и кто в неё входит. Пункты 11.4, 11.6, 11.12 и 12.3
            применить порядок "koshdo-2024"

            предыстория
              дано директор @соколов
              дано заместитель @зуева
              # Школа появляется после них: ни директор, ни заместитель ещё не присоединились
              дано школа "КОШДО" с администратором @смирнова
            конец

            упражнение "Учительская" [структура]
              рассказ "Администратор @смирнова впервые вошла на платформу: там пусто, нет даже учительской."
              рассказ "Директор @соколов и заместитель @зуева ждут: они хотят войти в учительскую сегодня. Заведите её и впустите обоих, и пусть ни одна ссылка не останется лежать без дела."
              баллы 10

              цель "Учительская есть": учительская существует
              цель "Директор на платформе": @соколов состоит в школе
              цель "Заместитель на платформе": @зуева состоит в школе
              цель "Лишних ссылок нет": действующих ссылок = 0

              подсказка "Учительскую заводит не директор, хоть он и главный. Спросите: кто может создать учительскую?"
              подсказка "Без ссылки в учительскую не попасть, и администрация входит в неё по ссылке для учителя."
              подсказка "Каждому — своя ссылка: пригласить учителя в учительскую по ссылке С1."

              решение
                @смирнова: создать учительскую
                @смирнова: пригласить учителя в учительскую по ссылке С1
                @соколов: присоединиться к учительской по ссылке С1
                @смирнова: пригласить учителя в учительскую по ссылке С2
                @зуева: присоединиться к учительской по ссылке С2
              конец
            конец
            """# + "\n"
        ),
        (
            "02-staff-room.sfm",
            #"""
            # Exercise: the staff room and who enters it. Clauses 11.4, 11.6, 11.12 and 12.3
            use policy "koshdo-2024"

            background
              given director @sokolov
              given deputy @zueva
              # The school comes after them: neither the director nor the deputy has joined yet
              given school "KOSHDO" with admin @smirnova
            end

            exercise "The staff room" [structure]
              story "Administrator @smirnova has signed in for the first time: the platform is empty, there is not even a staff room."
              story "Director @sokolov and deputy @zueva are waiting to get in today. Set the staff room up and let both in, and leave no link lying about."
              points 10

              goal "There is a staff room": staff room
              goal "The director is on the platform": @sokolov is participant of school
              goal "The deputy is on the platform": @zueva is participant of school
              goal "No link is left over": open links = 0

              hint "It is not the director who sets the staff room up. Ask: who can create staff room?"
              hint "Nobody gets into the staff room without a link, and the administration comes in by a link for a teacher."
              hint "A link for each of them: invite teacher to staff room as link L1."

              solution
                @smirnova: create staff room
                @smirnova: invite teacher to staff room as link L1
                join @sokolov to staff room by link L1
                @smirnova: invite teacher to staff room as link L2
                join @zueva to staff room by link L2
              end
            end
            """# + "\n"
        ),
        (
            "03-groups.ru.sfm",
            #"""
            # Упражнение: группы нового учебного года. Пункты 11.5 и 11.11
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано заместитель @зуева
              дано группа "5А"
              дано ученики @белов, @лосев в группе "5А"
            конец

            упражнение "Класс разделили надвое" [структура]
              рассказ "Пятиклассников набралось больше, чем помещается в одном классе. Заместитель @зуева решила: ученик @лосев теперь учится в 5Б, а вместе с ним и новенькая — ученица @гусева."
              рассказ "Группы 5Б на платформе пока нет. Приведите структуру в соответствие со списками; @белов остаётся в 5А."
              баллы 10

              цель "Группа 5Б есть": группа "5Б" существует
              цель "Переведённый учится в 5Б": @лосев ученик группы "5Б"
              цель "Новенькая зачислена в 5Б": @гусева ученица группы "5Б"
              цель "Третий остался в 5А": @белов ученик группы "5А"

              подсказка "Решила @зуева, а вносит изменения другой человек. Спросите: кто может создать группу «5Б»?"
              подсказка "Кто уже учится в школе, того переводят; кто пришёл впервые, того зачисляют."

              решение
                @смирнова: создать группу "5Б"
                @смирнова: перевести @лосев в группу "5Б"
                @смирнова: зачислить @гусева в группу "5Б"
              конец
            конец
            """# + "\n"
        ),
        (
            "03-groups.sfm",
            #"""
            # Exercise: the groups of a new school year. Clauses 11.5 and 11.11
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given deputy @zueva
              given group "5A"
              given students @belov, @losev in group "5A"
            end

            exercise "One class becomes two" [structure]
              story "There are more fifth-formers than one class can hold. Deputy @zueva has decided that student @losev is now in 5B, and so is a new student, @guseva."
              story "There is no group 5B on the platform yet. Bring the structure in line with the lists; @belov stays in 5A."
              points 10

              goal "There is a group 5B": group "5B"
              goal "The student who moved is in 5B": @losev is student of group "5B"
              goal "The new student is in 5B": @guseva is student of group "5B"
              goal "The third is still in 5A": @belov is student of group "5A"

              hint "@zueva decides, but somebody else makes the changes. Ask: who can create group “5B”?"
              hint "Who is at the school already is transferred; who is new is enrolled."

              solution
                @smirnova: create group "5B"
                @smirnova: transfer @losev to group "5B"
                @smirnova: enrol @guseva in group "5B"
              end
            end
            """# + "\n"
        ),
        (
            "04-invite-links.ru.sfm",
            #"""
            # Упражнение: кто кому направляет ссылку. Пункты 11.6, 14.1, 15.1, 16.1 и 22
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано чат "Родители 10А" для родителей группы "10А", модератор @петрова
              дано учитель @орлов
              дано ученик @иванов в группе "10А"
              дано родитель @иванова ученика @иванов
              дано @орлов не состоит в школе
              дано @иванов не состоит в школе
              дано @иванова не состоит в школе
            конец

            упражнение "Три приглашения" [ссылки]
              рассказ "Администратору @смирнова пишут трое: учитель @орлов и ученик @иванов просятся на платформу, а мать ученика, @иванова, — в чат «Родители 10А»."
              рассказ "Разослать одну ссылку всем нельзя: у каждого своя роль, и не каждую ссылку вправе создать администратор. Пусть каждый окажется там, куда просился."
              баллы 15

              цель "Учитель на платформе": @орлов состоит в школе
              цель "Ученик на платформе": @иванов участник школы
              цель "Мать в чате родителей": @иванова участница чата "Родители 10А"
              цель "Лишних ссылок нет": действующих ссылок = 0

              подсказка "Педагогам и ученикам ссылки в школу направляет администратор: одна ссылка для учителя, другая для ученика."
              подсказка "О родителях в пункте 11.6 ни слова. Посмотрите пункт 16.1: кто вправе пригласить родителя в чат?"
              подсказка "Ссылка в чат впускает только того, кто уже знает правила чата, а знакомит с ними модератор."

              решение
                @смирнова: пригласить учителя в школу по ссылке С1
                @орлов: присоединиться к школе по ссылке С1
                @смирнова: пригласить ученика в школу по ссылке С2
                @иванов: присоединиться к школе по ссылке С2
                @петрова: пригласить родителя в чат "Родители 10А" по ссылке С3
                @петрова: ознакомить @иванова с правилами чата "Родители 10А"
                @иванова: присоединиться к чату "Родители 10А" по ссылке С3
              конец
            конец
            """# + "\n"
        ),
        (
            "04-invite-links.sfm",
            #"""
            # Exercise: who sends a link to whom. Clauses 11.6, 14.1, 15.1, 16.1 and 22
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given class teacher @petrova of group "10A"
              given chat "Parents 10A" for parents of group "10A" moderated by @petrova
              given teacher @orlov
              given student @ivanov in group "10A"
              given parent @ivanova of @ivanov
              given @orlov is not participant of school
              given @ivanov is not participant of school
              given @ivanova is not participant of school
            end

            exercise "Three invitations" [links]
              story "Three people write to administrator @smirnova: teacher @orlov and student @ivanov want to join the platform, and the student's mother @ivanova wants to be in chat “Parents 10A”."
              story "One link will not do for all: each has a role, and not every link is the administrator's to make. Get each of them where they want to be."
              points 15

              goal "The teacher is on the platform": @orlov is participant of school
              goal "The student is on the platform": @ivanov is participant of school
              goal "The mother is in the parents' chat": @ivanova is member of chat "Parents 10A"
              goal "No link is left over": open links = 0

              hint "The administrator sends links to the school to teachers and students: one link for a teacher, another for a student."
              hint "Clause 11.6 says nothing of parents. See clause 16.1: who may invite a parent to a chat?"
              hint "A link to a chat lets in only those who know the rules of the chat; the moderator acquaints them."

              solution
                @smirnova: invite teacher to school as link L1
                join @orlov to school by link L1
                @smirnova: invite student to school as link L2
                join @ivanov to school by link L2
                @petrova: invite parent to chat "Parents 10A" as link L3
                @petrova: acquaint @ivanova with rules of chat "Parents 10A"
                join @ivanova to chat "Parents 10A" by link L3
              end
            end
            """# + "\n"
        ),
        (
            "05-requests.ru.sfm",
            #"""
            # Упражнение: принять или отклонить заявку. Пункты 11.6 и 11.9
            применить порядок "koshdo-2024"

            предыстория
              дано учитель @орлов
              дано ученик @иванов в группе "10А"
              дано директор @соколов
              дано школа "КОШДО" с администратором @смирнова
            конец

            упражнение "Заявка от «учителя»" [заявки]
              рассказ "Утром пришли две заявки на вступление учителем. Одну подал учитель @орлов, другую — @иванов, ученик 10А: он решил, что так вступают все."
              рассказ "Рассмотрите заявки так, чтобы на платформе оказались оба, но учителем из них был только один."
              баллы 10

              @орлов: подать заявку на вступление в школу учителем
              @иванов: подать заявку на вступление в школу учителем

              цель "Учитель на платформе": @орлов состоит в школе
              цель "Ученик на платформе": @иванов состоит в школе
              цель "Учителем ученик не стал": @иванов не учитель
              цель "Лишних ссылок нет": действующих ссылок = 0

              подсказка "Заявки рассматривает только администратор: принять заявку на вступление от @орлов."
              подсказка "Кого приняли по заявке учителя, тот и станет учителем. Такую заявку ученика отклоняют."
              подсказка "А войти ученик может по ссылке, которую ему направит администратор."

              решение
                @смирнова: принять заявку на вступление от @орлов
                @смирнова: отклонить заявку на вступление от @иванов
                @смирнова: пригласить ученика в школу по ссылке С1
                @иванов: присоединиться к школе по ссылке С1
              конец
            конец
            """# + "\n"
        ),
        (
            "05-requests.sfm",
            #"""
            # Exercise: accept a request or reject it. Clauses 11.6 and 11.9
            use policy "koshdo-2024"

            background
              given teacher @orlov
              given student @ivanov in group "10A"
              given director @sokolov
              given school "KOSHDO" with admin @smirnova
            end

            exercise "A request from a “teacher”" [requests]
              story "Two requests to join as a teacher came in this morning. One is from teacher @orlov, the other from @ivanov, a student of 10A, who thought that everybody joins like that."
              story "Deal with both, so that each of them is on the platform, but only one of them as a teacher."
              points 10

              request join @orlov to school as teacher
              request join @ivanov to school as teacher

              goal "The teacher is on the platform": @orlov is participant of school
              goal "The student is on the platform": @ivanov is participant of school
              goal "The student has not become a teacher": @ivanov is not teacher
              goal "No link is left over": open links = 0

              hint "Only the administrator deals with requests: accept request of @orlov."
              hint "Whoever is accepted as a teacher becomes one. A student's request of that kind is rejected."
              hint "The student can come in by a link that the administrator sends."

              solution
                @smirnova: accept request of @orlov
                @smirnova: reject request of @ivanov
                @smirnova: invite student to school as link L1
                join @ivanov to school by link L1
              end
            end
            """# + "\n"
        ),
        (
            "06-verification.ru.sfm",
            #"""
            # Упражнение: кто чей статус подтверждает. Пункты 11.10, 12.4, 13.2 и 14.2
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано директор @соколов
              дано заместитель @зуева
              дано @зуева не подтверждена
              дано неподтверждённый учитель @новикова
              дано классный руководитель @петрова группы "10А"
              дано @петрова не подтверждена
            конец

            упражнение "Статус учителя" [заявки]
              рассказ "Без подтверждения на платформе трое: учитель @новикова, классный руководитель @петрова и заместитель @зуева."
              рассказ "Директор @соколов хотел было подтвердить всех разом. Выясните, чьё это дело в каждом из трёх случаев, и доведите его до конца."
              баллы 10

              цель "Учитель подтверждён": статус @новикова подтверждён
              цель "Классный руководитель подтверждён": статус @петрова подтверждён
              цель "Заместитель подтверждён": статус @зуева подтверждён

              подсказка "Подтверждение учителя завершает администратор, и сам учитель себя подтвердить не может."
              подсказка "Заместитель — это администрация школы, а она подтверждает свой статус сама: пункт 12.4."
              не применять: вопреки порядку, потому что "для каждого из троих есть тот, кто вправе его подтвердить"

              решение
                @смирнова: подтвердить статус учителя @новикова
                @смирнова: подтвердить статус учителя @петрова
                @соколов: подтвердить статус учителя @зуева
              конец
            конец
            """# + "\n"
        ),
        (
            "06-verification.sfm",
            #"""
            # Exercise: who verifies whom. Clauses 11.10, 12.4, 13.2 and 14.2
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given director @sokolov
              given deputy @zueva
              given @zueva is not verified
              given unverified teacher @novikova
              given class teacher @petrova of group "10A"
              given @petrova is not verified
            end

            exercise "The status of a teacher" [requests]
              story "Three people on the platform are unverified: teacher @novikova, class teacher @petrova and deputy @zueva."
              story "Director @sokolov was going to verify all of them at once. Find out whose business each of the three is, and see it through."
              points 10

              goal "The teacher is verified": @novikova is verified
              goal "The class teacher is verified": @petrova is verified
              goal "The deputy is verified": @zueva is verified

              hint "The administrator completes the verification of teachers, and teachers cannot verify themselves."
              hint "A deputy belongs to the school's administration, which verifies its own members: clause 12.4."
              off limits: force because "there is somebody who may verify each of them"

              solution
                @smirnova: verify @novikova
                @smirnova: verify @petrova
                @sokolov: verify @zueva
              end
            end
            """# + "\n"
        ),
        (
            "07-class-teachers.ru.sfm",
            #"""
            # Упражнение: классное руководство. Пункты 11.6, 11.8 и 13.1
            применить порядок "koshdo-2024"

            предыстория
              дано учитель @фёдорова
              # Учитель назван раньше школы: на платформе его ещё нет
              дано школа "КОШДО" с администратором @смирнова
              дано директор @соколов
              дано учитель @орлов
              дано группа "5А"
              дано группа "5Б"
            конец

            упражнение "Кому какой класс" [структура]
              рассказ "Приказом директора @соколов класс 5А получил учитель @орлов, а 5Б — учитель @фёдорова."
              рассказ "На платформе этого пока не видно, а @фёдорова на неё ещё и не вошла. Сделайте так, чтобы оба могли работать со своими классами."
              баллы 10

              цель "У 5А есть классный руководитель": @орлов классный руководитель группы "5А"
              цель "У 5Б есть классный руководитель": @фёдорова классный руководитель группы "5Б"
              цель "Классный руководитель 5Б на платформе": @фёдорова состоит в школе
              цель нет неисполненных обязанностей

              подсказка "Приказ подписал директор, а к группе на платформе прикрепляет администратор."
              подсказка "Классный руководитель входит по ссылке администратора, как учитель: пригласить учителя в школу."
              подсказка "За отправленную ссылку администратор отвечает, пока по ней не вошли. Проверьте: показать обязанности."

              решение
                @смирнова: прикрепить @орлов к группе "5А" как классного руководителя
                @смирнова: прикрепить @фёдорова к группе "5Б" как классного руководителя
                @смирнова: пригласить учителя в школу по ссылке С1
                @фёдорова: присоединиться к школе по ссылке С1
              конец
            конец
            """# + "\n"
        ),
        (
            "07-class-teachers.sfm",
            #"""
            # Exercise: class teachers. Clauses 11.6, 11.8 and 13.1
            use policy "koshdo-2024"

            background
              given teacher @fedorova
              # The teacher is named before the school: not on the platform yet
              given school "KOSHDO" with admin @smirnova
              given director @sokolov
              given teacher @orlov
              given group "5A"
              given group "5B"
            end

            exercise "Which class for whom" [structure]
              story "By an order of director @sokolov, teacher @orlov has got class 5A and teacher @fedorova class 5B."
              story "The platform shows nothing of it yet, and @fedorova has not even joined. Make it possible for both to work with their classes."
              points 10

              goal "5A has a class teacher": @orlov is class teacher of group "5A"
              goal "5B has a class teacher": @fedorova is class teacher of group "5B"
              goal "The class teacher of 5B is on the platform": @fedorova is participant of school
              goal no pending duties

              hint "The director signs the order, but the administrator attaches people to groups on the platform."
              hint "A class teacher joins by the administrator's link, as a teacher: invite teacher to school."
              hint "The administrator answers for a link until it is used. See for yourself: show duties."

              solution
                @smirnova: attach @orlov to group "5A" as class teacher
                @smirnova: attach @fedorova to group "5B" as class teacher
                @smirnova: invite teacher to school as link L1
                join @fedorova to school by link L1
              end
            end
            """# + "\n"
        ),
        (
            "08-class-chats.ru.sfm",
            #"""
            # Упражнение: чаты классного руководителя. Пункты 13.3.1–13.3.4
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано классный руководитель @орлов группы "10Б"
              дано ученики @иванов, @сидоров в группе "10А"
              дано родитель @иванова ученика @иванов
            конец

            упражнение "Чаты одного класса" [чаты]
              рассказ "У 10А нет ни одного чата. Нужны четыре: «Класс 10А» для учеников, «Родители 10А» для родителей, «Учителя 10А» для учителей этой группы и просто «Поездка в музей», где кого только не будет."
              рассказ "Администратор @смирнова готова создать все четыре сама, а @орлов из 10Б предлагает помочь. Решите, чьё это право, и создайте чаты."
              баллы 10

              цель "Чат учеников": чат "Класс 10А" для учеников группы "10А"
              цель "Чат родителей": чат "Родители 10А" для родителей группы "10А"
              цель "Чат учителей": чат "Учителя 10А" для учителей группы "10А"
              цель "Чат поездки ведёт классный руководитель": модератор чата "Поездка в музей" — @петрова

              подсказка "Чат со своей группой создаёт её классный руководитель; кто создал, тот и модератор."
              подсказка "В строке называют и тех, для кого чат, и группу: создать чат … для родителей группы …"
              подсказка "Иной чат — тот, где не сказано, для кого он: слова «для» в строке нет."

              решение
                @петрова: создать чат "Класс 10А" для учеников группы "10А"
                @петрова: создать чат "Родители 10А" для родителей группы "10А"
                @петрова: создать чат "Учителя 10А" для учителей группы "10А"
                @петрова: создать чат "Поездка в музей"
              конец
            конец
            """# + "\n"
        ),
        (
            "08-class-chats.sfm",
            #"""
            # Exercise: the chats of a class teacher. Clauses 13.3.1 to 13.3.4
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given class teacher @petrova of group "10A"
              given class teacher @orlov of group "10B"
              given students @ivanov, @sidorov in group "10A"
              given parent @ivanova of @ivanov
            end

            exercise "The chats of one class" [chats]
              story "Class 10A has no chat at all. It needs four: “Class 10A” for the students, “Parents 10A” for the parents, “Teachers 10A” for the group's teachers, and just “Museum trip”, with all kinds of people in it."
              story "Administrator @smirnova is ready to create all four herself, and @orlov of 10B offers help. Decide whose right it is, and create the chats."
              points 10

              goal "The students' chat": chat "Class 10A" for students of group "10A"
              goal "The parents' chat": chat "Parents 10A" for parents of group "10A"
              goal "The teachers' chat": chat "Teachers 10A" for teachers of group "10A"
              goal "The class teacher moderates the trip's chat": moderator of chat "Museum trip" is @petrova

              hint "A class teacher creates the chats with the own group; whoever creates a chat moderates it."
              hint "The line names both the people and the group: create chat … for parents of group …"
              hint "An “other” chat is one that does not say for whom: there is no “for” in the line."

              solution
                @petrova: create chat "Class 10A" for students of group "10A"
                @petrova: create chat "Parents 10A" for parents of group "10A"
                @petrova: create chat "Teachers 10A" for teachers of group "10A"
                @petrova: create chat "Museum trip"
              end
            end
            """# + "\n"
        ),
        (
            "09-director-chats.ru.sfm",
            #"""
            # Упражнение: чаты директора и его заместителей. Пункты 12.6.1–12.6.4
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано директор @соколов
              дано заместитель @зуева
              дано учителя @орлов, @климова
              дано ученик @иванов в группе "10А"
              дано родитель @иванова ученика @иванов
              дано член родительского актива @иванова
            конец

            упражнение "Кому какой чат положен" [чаты]
              рассказ "Перед педсоветом директору @соколов понадобились чаты «Заместители», «Педагоги» и «Родительский актив» — для тех, кто в них назван."
              рассказ "Четвёртый чат, «Приёмная кампания», нужен самой @зуева: она его и поведёт. Директор поручил ей заодно создать все остальные. Что из этого порядок позволяет?"
              баллы 10

              цель "Чат заместителей": чат "Заместители" для заместителей
              цель "Чат педагогов": чат "Педагоги" для учителей
              цель "Чат родительского актива": чат "Родительский актив" для родительского актива
              цель "Свой чат ведёт заместитель": модератор чата "Приёмная кампания" — @зуева

              подсказка "Порядок перечисляет чаты директора поимённо: пункты 12.6.1, 12.6.2 и 12.6.3."
              подсказка "Заместитель — тоже администрация, а ей пункт 12.6.4 разрешает иные чаты: те, где не сказано, для кого они."

              решение
                @соколов: создать чат "Заместители" для заместителей
                @соколов: создать чат "Педагоги" для учителей
                @соколов: создать чат "Родительский актив" для родительского актива
                @зуева: создать чат "Приёмная кампания"
              конец
            конец
            """# + "\n"
        ),
        (
            "09-director-chats.sfm",
            #"""
            # Exercise: the chats of the director and the deputies. Clauses 12.6.1 to 12.6.4
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given director @sokolov
              given deputy @zueva
              given teachers @orlov, @klimova
              given student @ivanov in group "10A"
              given parent @ivanova of @ivanov
              given parent activist @ivanova
            end

            exercise "Who may have which chat" [chats]
              story "Before the staff meeting director @sokolov needs chats “Deputies”, “Teachers” and “Parent activists”, for the people in their names."
              story "The fourth, “Admission”, is what @zueva needs for herself, and she is to moderate it. The director has asked her to create the others as well. What does the policy allow?"
              points 10

              goal "The deputies' chat": chat "Deputies" for deputies
              goal "The teachers' chat": chat "Teachers" for teachers
              goal "The parent activists' chat": chat "Parent activists" for parent activists
              goal "The deputy moderates her own chat": moderator of chat "Admission" is @zueva

              hint "The policy names the director's chats one by one: clauses 12.6.1, 12.6.2 and 12.6.3."
              hint "A deputy is administration too, and clause 12.6.4 permits it other chats: those that do not say for whom."

              solution
                @sokolov: create chat "Deputies" for deputies
                @sokolov: create chat "Teachers" for teachers
                @sokolov: create chat "Parent activists" for parent activists
                @zueva: create chat "Admission"
              end
            end
            """# + "\n"
        ),
        (
            "10-rules-first.ru.sfm",
            #"""
            # Упражнение: сначала правила, потом чат. Пункт 22
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано ученик @иванов в группе "10А"
              дано чат "Родители 10А" для родителей группы "10А", модератор @петрова
              дано родитель @иванова ученика @иванов
              дано ученица @новикова в группе "10А"
              дано родитель @чернова ученицы @новикова
            конец

            упражнение "Две матери у дверей чата" [чаты]
              рассказ "Чат «Родители 10А» только что создан, и первыми в него просятся @иванова и @чернова. «Добавьте прямо сейчас, а правила пришлёте потом», — пишет @чернова."
              рассказ "Добавьте обеих так, чтобы потом не пришлось объясняться."
              баллы 5

              цель "В чате модератор и обе матери": участники чата "Родители 10А" — @петрова, @иванова, @чернова
              цель "Правила известны первой": @иванова ознакомлена с правилами чата "Родители 10А"
              цель "Правила известны второй": @чернова ознакомлена с правилами чата "Родители 10А"

              подсказка "Пункт 22 запрещает добавлять того, кто не ознакомлен с правилами."
              подсказка "Знакомит с правилами модератор: ознакомить @иванова, @чернова с правилами чата …"
              не применять: вопреки порядку, потому что "пять минут на правила найдутся всегда"

              решение
                @петрова: ознакомить @иванова, @чернова с правилами чата "Родители 10А"
                @петрова: добавить @иванова, @чернова в чат "Родители 10А"
              конец
            конец
            """# + "\n"
        ),
        (
            "10-rules-first.sfm",
            #"""
            # Exercise: rules first, chat after. Clause 22
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given class teacher @petrova of group "10A"
              given student @ivanov in group "10A"
              given chat "Parents 10A" for parents of group "10A" moderated by @petrova
              given parent @ivanova of @ivanov
              given student @novikova in group "10A"
              given parent @chernova of @novikova
            end

            exercise "Two mothers at the door of a chat" [chats]
              story "Chat “Parents 10A” has just been created, and @ivanova and @chernova are the first who want to be in it. “Add me right now and send the rules later”, writes @chernova."
              story "Add both of them in a way that leaves nothing to explain afterwards."
              points 5

              goal "The moderator and both mothers are in the chat": members of chat "Parents 10A" are @petrova, @ivanova, @chernova
              goal "The first knows the rules": @ivanova has acknowledged rules of chat "Parents 10A"
              goal "The second knows the rules": @chernova has acknowledged rules of chat "Parents 10A"

              hint "Clause 22 forbids adding who does not know the rules."
              hint "The moderator acquaints people with the rules: acquaint @ivanova, @chernova with rules of chat …"
              off limits: force because "there are always five minutes for the rules"

              solution
                @petrova: acquaint @ivanova, @chernova with rules of chat "Parents 10A"
                @petrova: add @ivanova, @chernova to chat "Parents 10A"
              end
            end
            """# + "\n"
        ),
        (
            "11-reminders.ru.sfm",
            #"""
            # Упражнение: напоминание о правилах. Пункты 23 и 24
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано учитель @орлов
              дано ученики @иванов, @сидоров, @козлов в группе "10А"
              дано чат "10А" для учеников группы "10А", модератор @петрова
              дано чат "Физика" для учеников группы "10А", модератор @орлов
            конец

            упражнение "Шумный понедельник" [модерация]
              рассказ "За один понедельник правила нарушили трое: @иванов — в чате «10А», @сидоров — в чате «Физика», а @козлов успел и там, и там."
              рассказ "Администратор @смирнова предлагает всех заблокировать, чтобы неповадно было. Сделайте то, чего порядок требует на самом деле."
              баллы 10

              нарушение @иванов в чате "10А"
              нарушение @козлов в чате "10А"
              нарушение @сидоров в чате "Физика"
              нарушение @козлов в чате "Физика"

              цель нет неисполненных обязанностей
              цель "Все на месте в «10А»": участники чата "10А" — @петрова, @иванов, @сидоров, @козлов
              цель "Все на месте в «Физике»": участники чата "Физика" — @орлов, @иванов, @сидоров, @козлов

              подсказка "Кто кому что должен, скажет строка: показать обязанности."
              подсказка "На каждое нарушение отвечает модератор того чата, где оно случилось: у «10А» и «Физики» модераторы разные."
              подсказка "Напоминание — это напомнить @козлов в чате …; счёт нарушений у каждого чата свой."
              не применять: заблокировать, исключать, исполнить обязанности, потому что "за первое нарушение положено напоминание, и каждое здесь стоит увидеть отдельно"

              решение
                @петрова: напомнить @иванов в чате "10А"
                @петрова: напомнить @козлов в чате "10А"
                @орлов: напомнить @сидоров в чате "Физика"
                @орлов: напомнить @козлов в чате "Физика"
              конец
            конец
            """# + "\n"
        ),
        (
            "11-reminders.sfm",
            #"""
            # Exercise: reminders of the rules. Clauses 23 and 24
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given class teacher @petrova of group "10A"
              given teacher @orlov
              given students @ivanov, @sidorov, @kozlov in group "10A"
              given chat "10A" for students of group "10A" moderated by @petrova
              given chat "Physics" for students of group "10A" moderated by @orlov
            end

            exercise "A noisy Monday" [moderation]
              story "On one Monday three students broke the rules: @ivanov in chat “10A”, @sidorov in chat “Physics”, and @kozlov in both."
              story "Administrator @smirnova suggests blocking them all as a lesson. Do what the policy really demands."
              points 10

              violate @ivanov in chat "10A"
              violate @kozlov in chat "10A"
              violate @sidorov in chat "Physics"
              violate @kozlov in chat "Physics"

              goal no pending duties
              goal "Everybody is still in “10A”": members of chat "10A" are @petrova, @ivanov, @sidorov, @kozlov
              goal "Everybody is still in “Physics”": members of chat "Physics" are @orlov, @ivanov, @sidorov, @kozlov

              hint "A line tells who owes what: show duties."
              hint "The moderator of the chat where it happened answers each violation: “10A” and “Physics” have different ones."
              hint "The line is remind @kozlov in chat …; every chat counts its own violations."
              off limits: block, remove, fulfil duties because "a first violation calls for a reminder, and every reminder is to be seen for itself here"

              solution
                @petrova: remind @ivanov in chat "10A"
                @petrova: remind @kozlov in chat "10A"
                @orlov: remind @sidorov in chat "Physics"
                @orlov: remind @kozlov in chat "Physics"
              end
            end
            """# + "\n"
        ),
        (
            "12-blocking.ru.sfm",
            #"""
            # Упражнение: блокировка вовремя и на положенный срок. Пункты 23, 24 и 26
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано ученики @иванов, @сидоров в группе "10А"
              дано чат "10А" для учеников группы "10А", модератор @петрова
            конец

            упражнение "Блокировка в нужный момент" [модерация]
              рассказ "Ученик @иванов трижды нарушил правила чата «10А», и трижды модератор @петрова напоминала ему о правилах."
              рассказ "Только что он нарушил их в четвёртый раз. Пусть до 22 сентября он в чат не пишет — по всем правилам и без личных счётов."
              баллы 10

              повторить 3 раза
                нарушение @иванов в чате "10А"
                @петрова: напомнить @иванов
              конец
              нарушение @иванов в чате "10А"

              цель "Нарушитель заблокирован по 22 сентября": @иванов заблокирован в чате "10А" до 22.09.2024
              цель "Ученик остался в чате": @иванов участник чата "10А"
              цель нет неисполненных обязанностей

              подсказка "О каждом нарушении модератор обязан напомнить: спросите, что за ним осталось, — показать обязанности."
              подсказка "Блокирует модератор, и не дольше месяца; сейчас 1 сентября."
              подсказка "До 22 сентября — это 21 день."
              не применять: исключать, потому что "исключённому некуда вернуться: задача решается блокировкой"

              решение
                @петрова: напомнить @иванов
                @петрова: заблокировать @иванов в чате "10А" на 21 день за нарушение правил
              конец
            конец
            """# + "\n"
        ),
        (
            "12-blocking.sfm",
            #"""
            # Exercise: a block at the right moment for the right time. Clauses 23, 24 and 26
            use policy "koshdo-2024"

            background
              given school "КОШДО" with admin @smirnova
              given class teacher @petrova of group "10А"
              given students @ivanov, @sidorov in group "10А"
              given chat "10А" for students of group "10А" moderated by @petrova
            end

            exercise "A block at the right moment" [moderation]
              story "Student @ivanov broke the rules of chat “10А” three times, and three times moderator @petrova reminded him of them."
              story "He has just broken them for the fourth time. Keep him from writing there until 22 September: by the rules, and nothing personal."
              points 10

              repeat 3 times
                violate @ivanov in chat "10А"
                @petrova: remind @ivanov
              end
              violate @ivanov in chat "10А"

              goal "The offender is blocked until 22 September": @ivanov is blocked in chat "10А" until 22.09.2024
              goal "The student is still in the chat": @ivanov is member of chat "10А"
              goal no pending duties

              hint "The moderator has to remind of the rules after every violation; ask what is left to do: show duties."
              hint "The moderator blocks, and for a month at most; it is 1 September now."
              hint "Until 22 September is 21 days."
              off limits: remove because "who is removed cannot come back by himself: a block is enough"

              solution
                @petrova: remind @ivanov
                @petrova: block @ivanov in chat "10А" for 21 days because rules
              end
            end
            """# + "\n"
        ),
        (
            "13-early-release.ru.sfm",
            #"""
            # Упражнение: досрочная разблокировка. Пункт 25
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано ученики @иванов, @сидоров, @козлов в группе "10А"
              дано чат "10А" для учеников группы "10А", модератор @петрова
            конец

            упражнение "Кого простить раньше срока" [модерация]
              рассказ "За постоянные нарушения @иванов и @козлов заблокированы в чате «10А» на месяц. Прошла неделя."
              рассказ "@козлов уже извинился, но @сидоров, которому от него досталось, против. @иванов своё поведение осознал, однако вслух этого не сказал, и против него никто не возражает."
              рассказ "Верните в разговор того, кого порядок позволяет вернуть сегодня, а другой пусть дождётся конца срока."
              баллы 15

              повторить 4 раза
                нарушение @иванов в чате "10А"
                @петрова: напомнить @иванов
                нарушение @козлов в чате "10А"
                @петрова: напомнить @козлов
              конец
              @петрова: заблокировать @иванов в чате "10А" на 1 месяц за нарушение правил
              @петрова: заблокировать @козлов в чате "10А" на 1 месяц за нарушение правил
              @козлов: принести извинения
              @сидоров: возразить против разблокировки @козлов
              через 7 дней

              цель "Один разблокирован": @иванов не заблокирован в чате "10А"
              цель "Другой ждёт конца срока": @козлов заблокирован в чате "10А" до 01.10.2024

              подсказка "Для досрочной разблокировки нужно и то и другое: извинения и отсутствие возражений."
              подсказка "Извиниться может и заблокированный: @иванов: принести извинения."
              подсказка "А разблокирует модератор, и никто другой."
              не применять: вопреки порядку, потому что "прощают по порядку, а не вопреки ему"

              решение
                @иванов: принести извинения
                @петрова: разблокировать @иванов
              конец
            конец
            """# + "\n"
        ),
        (
            "13-early-release.sfm",
            #"""
            # Exercise: early release. Clause 25
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given class teacher @petrova of group "10A"
              given students @ivanov, @sidorov, @kozlov in group "10A"
              given chat "10A" for students of group "10A" moderated by @petrova
            end

            exercise "Whom to let off early" [moderation]
              story "For repeated violations @ivanov and @kozlov are blocked in chat “10A” for a month. A week has passed."
              story "@kozlov has apologised, but @sidorov, who was his victim, objects. @ivanov sees that he was wrong but has not said so, and nobody objects to him."
              story "Bring back the one whom the policy lets you bring back today; let the other wait for the end of the term."
              points 15

              repeat 4 times
                violate @ivanov in chat "10A"
                @petrova: remind @ivanov
                violate @kozlov in chat "10A"
                @petrova: remind @kozlov
              end
              @petrova: block @ivanov in chat "10A" for 1 month because rules
              @petrova: block @kozlov in chat "10A" for 1 month because rules
              apologize @kozlov
              object @sidorov to unblocking of @kozlov
              advance 7 days

              goal "One is unblocked": @ivanov is not blocked in chat "10A"
              goal "The other waits for the end of the term": @kozlov is blocked in chat "10A" until 01.10.2024

              hint "Early release needs both: an apology, and no objections."
              hint "Even who is blocked can apologise: apologize @ivanov."
              hint "And it is the moderator who unblocks, nobody else."
              off limits: force because "pardons follow the policy too"

              solution
                apologize @ivanov
                @petrova: unblock @ivanov
              end
            end
            """# + "\n"
        ),
        (
            "14-rude-message.ru.sfm",
            #"""
            # Упражнение: какие сообщения удаляет модератор. Пункт 21
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано ученики @иванов, @сидоров в группе "10А"
              дано чат "10А" для учеников группы "10А", модератор @петрова
            конец

            упражнение "Что стереть, а что оставить" [модерация]
              рассказ "Утром в чате «10А» четыре сообщения: вопрос о домашнем задании, грубость, ответ на вопрос и десятая за день картинка с котом."
              рассказ "Администратор @смирнова хочет стереть всё разом. Уберите лишнее, а полезное сохраните, и пусть все останутся в чате."
              баллы 10

              @иванов: написать "Что задали по химии?" в чате "10А"
              @сидоров: написать "Сам смотри, лентяй" в чате "10А" как негативное
              @сидоров: написать "Параграф 4, задачи 1 и 2" в чате "10А"
              @иванов: написать "Ещё один кот!" в чате "10А" как избыточное

              цель "Осталось два сообщения": сообщений в чате "10А" = 2
              цель "Все остались в чате": участники чата "10А" — @петрова, @иванов, @сидоров
              цель нет неисполненных обязанностей

              подсказка "Спросите, за кем и что осталось: показать обязанности. Полезных сообщений в ответе нет."
              подсказка "Сообщения считают с единицы, и номер у каждого свой: от удаления соседнего он не меняется."
              не применять: исключать, исполнить обязанности, потому что "речь о сообщениях, а не о людях, и выбрать их нужно самому"

              решение
                @петрова: удалить сообщение 2
                @петрова: удалить сообщение 4
              конец
            конец
            """# + "\n"
        ),
        (
            "14-rude-message.sfm",
            #"""
            # Exercise: which messages the moderator deletes. Clause 21
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given class teacher @petrova of group "10A"
              given students @ivanov, @sidorov in group "10A"
              given chat "10A" for students of group "10A" moderated by @petrova
            end

            exercise "What to delete and what to leave" [moderation]
              story "In the morning there are four messages in chat “10A”: a question about homework, a rude remark, the answer to the question, and the tenth cat picture of the day."
              story "Administrator @smirnova wants to wipe out all of it. Take away what does not belong, keep what is useful, and keep everybody in the chat."
              points 10

              @ivanov: post "What is the homework in chemistry?" in chat "10A"
              @sidorov: post "Look it up yourself, lazybones" in chat "10A" as negative
              @sidorov: post "Paragraph 4, problems 1 and 2" in chat "10A"
              @ivanov: post "One more cat!" in chat "10A" as excess

              goal "Two messages are left": messages in chat "10A" = 2
              goal "Everybody is still in the chat": members of chat "10A" are @petrova, @ivanov, @sidorov
              goal no pending duties

              hint "Ask what is left to do and by whom: show duties. The useful messages are not in the answer."
              hint "Messages are numbered from 1, and each keeps its number when another is deleted."
              off limits: remove, fulfil duties because "this is about messages, not people, and the choice is yours"

              solution
                @petrova: delete message 2
                @petrova: delete message 4
              end
            end
            """# + "\n"
        ),
        (
            "15-departure.ru.sfm",
            #"""
            # Упражнение: выбывает ученик, а его сестра остаётся. Пункт 27
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано классный руководитель @орлов группы "7Б"
              дано ученики @иванов, @сидоров в группе "10А"
              дано ученица @иванова-младшая в группе "7Б"
              дано родитель @иванова ученика @иванов
              дано родитель @иванова ученика @иванова-младшая
              дано чат "10А" для учеников группы "10А", модератор @петрова
              дано чат "Родители 10А" для родителей группы "10А", модератор @петрова
              дано чат "Родители 7Б" для родителей группы "7Б", модератор @орлов
            конец

            упражнение "Брат выбыл, сестра учится" [движение]
              рассказ "Ученик @иванов из 10А переехал и выбыл. Его сестра @иванова-младшая учится в 7Б, их мать — @иванова."
              рассказ "Приведите чаты и списки в порядок так, как велит регламент: он говорит о каждом чате, где состоит семья."
              рассказ "Потом подумайте, что с чатом родителей 7Б: сестра ведь осталась."
              баллы 15

              выбыл @иванов

              цель "Выбывшего нет в чате класса": @иванов не участник чата "10А"
              цель "Матери нет среди родителей 10А": @иванова не участница чата "Родители 10А"
              цель "Выбывшего нет в списке группы": @иванов не ученик группы "10А"
              цель "Мать сестры снова среди родителей 7Б": @иванова участница чата "Родители 7Б"
              цель нет неисполненных обязанностей

              подсказка "Что осталось за модераторами, скажет строка: показать обязанности."
              подсказка "Чаты меняет модератор, списки групп — администратор: он вносит сведения о движении."
              подсказка "Пункт 27 не делает исключения для тех, у кого остался другой ребёнок. Но вернуть мать в чат 7Б модератор вправе: сначала правила, потом чат."
              не применять: исполнить обязанности, потому что "здесь важно увидеть каждую обязанность самому"

              решение
                @петрова: исключить @иванов из чата "10А" в связи с выбытием
                @петрова: исключить @иванова из чата "Родители 10А" в связи с выбытием
                @орлов: исключить @иванова из чата "Родители 7Б" в связи с выбытием
                @орлов: ознакомить @иванова с правилами чата "Родители 7Б"
                @орлов: добавить @иванова в чат "Родители 7Б"
                @смирнова: внести сведения о движении @иванов
              конец
            конец
            """# + "\n"
        ),
        (
            "15-departure.sfm",
            #"""
            # Exercise: a student leaves, and his sister stays. Clause 27
            use policy "koshdo-2024"

            background
              given school "КОШДО" with admin @smirnova
              given class teacher @petrova of group "10А"
              given class teacher @orlov of group "7Б"
              given students @ivanov, @sidorov in group "10А"
              given student @ivanova-junior in group "7Б"
              given parent @ivanova of @ivanov
              given parent @ivanova of @ivanova-junior
              given chat "10А" for students of group "10А" moderated by @petrova
              given chat "Родители 10А" for parents of group "10А" moderated by @petrova
              given chat "Родители 7Б" for parents of group "7Б" moderated by @orlov
            end

            exercise "The brother leaves, the sister stays" [movement]
              story "Student @ivanov of 10А has moved away and left the school. His sister @ivanova-junior is in 7Б; @ivanova is their mother."
              story "Put chats and lists in order as the regulation wants it: it speaks of every chat that the family is in."
              story "Then think of the parents' chat of 7Б: the sister is still there."
              points 15

              depart @ivanov

              goal "The student is out of the class chat": @ivanov is not member of chat "10А"
              goal "The mother is out of the parents' chat of 10А": @ivanova is not member of chat "Родители 10А"
              goal "The student is off the group's list": @ivanov is not student of group "10А"
              goal "The sister's mother is back among the parents of 7Б": @ivanova is member of chat "Родители 7Б"
              goal no pending duties

              hint "A line tells what the moderators have left to do: show duties."
              hint "Moderators change chats, the administrator changes the lists of groups: she records the movement."
              hint "Clause 27 makes no exception for those who have another child here. But the moderator may take the mother back: rules first, chat after."
              off limits: fulfil duties because "here every duty is to be seen for itself"

              solution
                @petrova: remove @ivanov from chat "10А" because departure
                @petrova: remove @ivanova from chat "Родители 10А" because departure
                @orlov: remove @ivanova from chat "Родители 7Б" because departure
                @orlov: acquaint @ivanova with rules of chat "Родители 7Б"
                @orlov: add @ivanova to chat "Родители 7Б"
                @smirnova: record movement of @ivanov
              end
            end
            """# + "\n"
        ),
        (
            "16-dismissed-moderator.ru.sfm",
            #"""
            # Упражнение: модератор уволена, чат класса остался без хозяина. Пункты 11.8, 13.3.1, 22 и 27
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано учителя @орлов, @климова
              дано ученики @иванов, @сидоров в группе "10А"
              дано чат "10А" для учеников группы "10А", модератор @петрова
              дано чат "Педагоги" для учителей, модератор @климова
            конец

            упражнение "Чат без модератора" [движение]
              рассказ "Классный руководитель @петрова уволилась. Из чата «Педагоги» её должен исключить модератор — @климова."
              рассказ "А в чате «10А» модератором была она сама, и исключить её оттуда некому: передать чат порядок никому не поручает."
              рассказ "Дайте классу нового классного руководителя — @орлов — и новый чат «10А новый», в котором оба ученика знают правила."
              баллы 15

              уволена @петрова

              цель "Уволенной нет среди педагогов": @петрова не участница чата "Педагоги"
              цель "У класса новый руководитель": @орлов классный руководитель группы "10А"
              цель "Модератор нового чата — классный руководитель": модератор чата "10А новый" — @орлов
              цель "Первый ученик в новом чате": @иванов участник чата "10А новый"
              цель "Второй ученик в новом чате": @сидоров участник чата "10А новый"

              подсказка "Классного руководителя прикрепляет к группе администратор, @смирнова."
              подсказка "Чат с учениками своей группы создаёт классный руководитель; кто создал, тот и модератор."
              подсказка "Сначала правила, потом чат: ознакомить с правилами, затем добавить."
              не применять: вопреки порядку, потому что "всё нужное порядок разрешает"

              решение
                @климова: исключить @петрова из чата "Педагоги" в связи с увольнением
                @смирнова: прикрепить @орлов к группе "10А" как классного руководителя
                @орлов: создать чат "10А новый" для учеников группы "10А"
                @орлов: ознакомить @иванов, @сидоров с правилами чата "10А новый"
                @орлов: добавить @иванов, @сидоров в чат "10А новый"
              конец
            конец
            """# + "\n"
        ),
        (
            "16-dismissed-moderator.sfm",
            #"""
            # Exercise: the moderator is dismissed, and the class chat has nobody to keep it. Clauses 11.8, 13.3.1, 22 and 27
            use policy "koshdo-2024"

            background
              given school "КОШДО" with admin @smirnova
              given class teacher @petrova of group "10А"
              given teachers @orlov, @klimova
              given students @ivanov, @sidorov in group "10А"
              given chat "10А" for students of group "10А" moderated by @petrova
              given chat "Педагоги" for teachers moderated by @klimova
            end

            exercise "A chat without a moderator" [movement]
              story "Class teacher @petrova has left. Moderator @klimova has to remove her from chat “Педагоги”."
              story "In chat “10А” she was the moderator herself, and nobody can remove her there: the policy lets nobody hand the chat over."
              story "Give the class a new class teacher, @orlov, and a new chat “10А новый” in which both students know the rules."
              points 15

              dismiss @petrova

              goal "The dismissed teacher is not among the staff": @petrova is not member of chat "Педагоги"
              goal "The class has a new teacher": @orlov is class teacher of group "10А"
              goal "The class teacher moderates the new chat": moderator of chat "10А новый" is @orlov
              goal "The first student is in the new chat": @ivanov is member of chat "10А новый"
              goal "The second student is in the new chat": @sidorov is member of chat "10А новый"

              hint "The administrator, @smirnova, attaches class teachers to groups."
              hint "A class teacher creates chats with the students of the own group, and whoever creates a chat moderates it."
              hint "Rules first, chat after: acquaint with the rules, then add."
              off limits: force because "the policy allows all that is needed"

              solution
                @klimova: remove @petrova from chat "Педагоги" because dismissal
                @smirnova: attach @orlov to group "10А" as class teacher
                @orlov: create chat "10А новый" for students of group "10А"
                @orlov: acquaint @ivanov, @sidorov with rules of chat "10А новый"
                @orlov: add @ivanov, @sidorov to chat "10А новый"
              end
            end
            """# + "\n"
        ),
        (
            "17-unclaimed-links.ru.sfm",
            #"""
            # Упражнение: невостребованные ссылки. Пункты 11.6 и 11.12
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано учителя @орлов, @климова, @крюкова
              дано @орлов не состоит в школе
              дано @климова не состоит в школе
              дано @крюкова не состоит в школе
            конец

            упражнение "Ссылки с прошлого месяца" [ссылки]
              рассказ "Месяц назад @смирнова отправила три ссылки-приглашения для учителей. По первой вошёл @орлов, ещё две лежат без дела."
              рассказ "Сегодня позвонила @климова: ссылку нашла, войдёт прямо сейчас. А @крюкова передумала работать в школе. Пусть на платформе окажется тот, кто должен, и ни одной ссылки в чужих руках."
              баллы 10

              @смирнова: пригласить учителя в школу по ссылке С1
              @смирнова: пригласить учителя в школу по ссылке С2
              @смирнова: пригласить учителя в школу по ссылке С3
              @орлов: присоединиться к школе по ссылке С1
              через 1 месяц

              цель "Опоздавшая на платформе": @климова состоит в школе
              цель "Передумавшей на платформе нет": @крюкова не состоит в школе
              цель "Лишних ссылок нет": действующих ссылок = 0
              цель нет неисполненных обязанностей

              подсказка "Какие ссылки ещё действуют, скажет строка: показать ссылки."
              подсказка "По аннулированной ссылке не войти: важно, что сделать раньше."
              подсказка "Аннулирует администратор: аннулировать ссылку С3 или аннулировать невостребованные ссылки."

              решение
                @климова: присоединиться к школе по ссылке С2
                @смирнова: аннулировать невостребованные ссылки
              конец
            конец
            """# + "\n"
        ),
        (
            "17-unclaimed-links.sfm",
            #"""
            # Exercise: unclaimed links. Clauses 11.6 and 11.12
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given teachers @orlov, @klimova, @kryukova
              given @orlov is not participant of school
              given @klimova is not participant of school
              given @kryukova is not participant of school
            end

            exercise "Last month's links" [links]
              story "A month ago @smirnova sent out three invite links for teachers. @orlov has used the first, and two are lying about."
              story "Today @klimova has phoned: she has found her link and will join at once. @kryukova has decided not to work here. See that the right person joins and no link is left in anybody's hands."
              points 10

              @smirnova: invite teacher to school as link L1
              @smirnova: invite teacher to school as link L2
              @smirnova: invite teacher to school as link L3
              join @orlov to school by link L1
              advance 1 month

              goal "The late one is on the platform": @klimova is participant of school
              goal "The one who changed her mind is not": @kryukova is not participant of school
              goal "No link is left over": open links = 0
              goal no pending duties

              hint "A line tells which links are open: show links."
              hint "Nobody gets in by an annulled link: mind the order."
              hint "The administrator annuls: annul link L3, or annul unclaimed links."

              solution
                join @klimova to school by link L2
                @smirnova: annul unclaimed links
              end
            end
            """# + "\n"
        ),
        (
            "18-foreign-messenger.ru.sfm",
            #"""
            # Упражнение: из иностранного мессенджера — на платформу. Пункты 3.1, 3.2 и приложение 1; пункт 4.12 рекомендаций
            применить порядок "ibragimovo-2024"

            предыстория
              дано школа "Родник" с администратором @зимина
              дано директор @ершов
              дано учителя @белов, @жаров
              дано ученик @тимур в группе "5А"
              дано родитель @гаврилова ученика @тимур
              дано @гаврилова не состоит в школе
            конец

            упражнение "Родители привыкли к WhatsApp" [мессенджеры]
              рассказ "Учитель @белов и после приказа школы переписывается с родителями 5А в WhatsApp. Директор @ершов узнал об этом и требует навести порядок."
              рассказ "Учитель @жаров советует перейти в Viber, а родитель @гаврилова согласна на любой чат, лишь бы её туда позвали. Пусть она окажется в чате «Родители 5А» — там, где положено."
              баллы 10

              вопреки порядку @белов: использовать мессенджер "WhatsApp" для общения

              цель "Чат ведёт тот, кто общался в мессенджере": модератор чата "Родители 5А" — @белов
              цель "Родитель в чате": @гаврилова участница чата "Родители 5А"
              цель нет неисполненных обязанностей

              подсказка "Viber и WhatsApp — в одном перечне. Спросите, что теперь за учителем: показать обязанности."
              подсказка "Чат для родителей создаёт сам учитель, и он же приглашает в него по ссылке."
              не применять: вопреки порядку, потому что "одного отступления уже достаточно"

              решение
                @белов: создать чат "Родители 5А" для родителей группы "5А"
                @белов: пригласить родителя в чат "Родители 5А" по ссылке С1
                @гаврилова: присоединиться к чату "Родители 5А" по ссылке С1
              конец
            конец
            """# + "\n"
        ),
        (
            "18-foreign-messenger.sfm",
            #"""
            # Exercise: from a foreign messenger to the platform. Clauses 3.1, 3.2 and appendix 1; clause 4.12 of the recommendations
            use policy "ibragimovo-2024"

            background
              given school "Spring" with admin @zimina
              given director @ershov
              given teachers @belov, @zharov
              given student @timur in group "5A"
              given parent @gavrilova of @timur
              given @gavrilova is not participant of school
            end

            exercise "The parents are used to WhatsApp" [messengers]
              story "Even after the school's order teacher @belov writes to the parents of 5A in WhatsApp. Director @ershov has found out and wants it put right."
              story "Teacher @zharov advises Viber, and parent @gavrilova will take any chat if only she is asked in. Get her into chat “Parents 5A”, where it ought to be."
              points 10

              force @belov: use messenger "WhatsApp" for chat

              goal "Whoever talked in the messenger runs the chat": moderator of chat "Parents 5A" is @belov
              goal "The parent is in the chat": @gavrilova is member of chat "Parents 5A"
              goal no pending duties

              hint "Viber and WhatsApp are in the same list. Ask what the teacher has to do now: show duties."
              hint "The teacher creates the parents' chat himself, and invites to it with a link."
              off limits: force because "one breach is enough"

              solution
                @belov: create chat "Parents 5A" for parents of group "5A"
                @belov: invite parent to chat "Parents 5A" as link L1
                join @gavrilova to chat "Parents 5A" by link L1
              end
            end
            """# + "\n"
        ),
        (
            "19-intruded-account.ru.sfm",
            #"""
            # Упражнение: чужой вошёл в аккаунт. Пункты 3.5.3.1, 4.5.2 и 4.6.3
            применить порядок "rtishchevo-2025"

            предыстория
              дано школа "Лицей" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано ученики @иванов, @сидоров в группе "10А"
              дано чат "10А" для учеников группы "10А", модератор @петрова
            конец

            упражнение "Взломанный аккаунт" [безопасность]
              рассказ "Ночью кто-то чужой вошёл в аккаунт ученика @сидоров. Пока тот собирается с духом, @иванов по-дружески предлагает ему свой аккаунт: «Пиши пока с моего»."
              рассказ "А сегодня контрольная: классный руководитель @петрова просит ученика написать в чат «10А», что он на месте. Как поступить, чтобы ни за кем не осталось ни неисполненной обязанности, ни отступления?"
              баллы 10

              взломан аккаунт @сидоров

              цель "Ученик отозвался в чате": сообщений в чате "10А" = 1
              цель нет неисполненных обязанностей
              цель нет отступлений от порядка

              подсказка "О взломе узнаёт не друг и не классный руководитель. Кто должен сообщить, ответит строка: показать обязанности."
              подсказка "Свой аккаунт не передают никому, даже другу: пункты 3.5.3.1 и 4.6.3."
              подсказка "@сидоров: проинформировать администратора о взломе — и только потом писать в чат."

              решение
                @сидоров: проинформировать администратора о взломе
                @сидоров: написать "Я на месте" в чате "10А"
              конец
            конец
            """# + "\n"
        ),
        (
            "19-intruded-account.sfm",
            #"""
            # Exercise: somebody else is in the account. Clauses 3.5.3.1, 4.5.2 and 4.6.3
            use policy "rtishchevo-2025"

            background
              given school "Lyceum" with admin @smirnova
              given class teacher @petrova of group "10A"
              given students @ivanov, @sidorov in group "10A"
              given chat "10A" for students of group "10A" moderated by @petrova
            end

            exercise "The hacked account" [security]
              story "At night a stranger got into the account of student @sidorov. While he is making up his mind, his friend @ivanov offers him his own account: “Write from mine for now”."
              story "And there is a test today: class teacher @petrova wants the student to write in chat “10A” that he is here. What is to be done, so that nobody is left with a duty or a breach?"
              points 10

              hack account of @sidorov

              goal "The student has answered in the chat": messages in chat "10A" = 1
              goal no pending duties
              goal no breaches

              hint "It is neither the friend nor the class teacher who is told. A line says who has to tell: show duties."
              hint "Nobody hands the own account to anybody, a friend included: clauses 3.5.3.1 and 4.6.3."
              hint "@sidorov: inform admin of intrusion, and only then write in the chat."

              solution
                @sidorov: inform admin of intrusion
                @sidorov: post "I am here" in chat "10A"
              end
            end
            """# + "\n"
        ),
        (
            "20-additional-admin.ru.sfm",
            #"""
            # Упражнение: дополнительный администратор. Пункты 11.5, 11.6, 11.7 и 12.2
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано директор @соколов
              дано работник @лаврова
              дано учитель @орлов
              дано @орлов не состоит в школе
            конец

            упражнение "Администратор уходит в отпуск" [администратор]
              рассказ "@смирнова уходит в отпуск и хочет оставить вместо себя дополнительного администратора. Библиотекарь @лаврова согласна хоть сейчас, учитель @орлов тоже, но на платформе его ещё нет."
              рассказ "Выберите того, кого порядок позволяет назначить. Пусть новый администратор сразу проверит свои права: заведёт группу 11Б."
              баллы 10

              цель "Дополнительный администратор назначен": @орлов дополнительный администратор
              цель "Он на платформе": @орлов состоит в школе
              цель "Группа 11Б есть": группа "11Б" существует
              цель "Лишних ссылок нет": действующих ссылок = 0

              подсказка "Дополнительного администратора назначает администратор, а не директор, и только из педагогов: пункт 11.7."
              подсказка "Назначить можно лишь того, кто уже на платформе, а учителя впускает ссылка администратора."

              решение
                @смирнова: пригласить учителя в школу по ссылке С1
                @орлов: присоединиться к школе по ссылке С1
                @смирнова: назначить @орлов дополнительным администратором
                @орлов: создать группу "11Б"
              конец
            конец
            """# + "\n"
        ),
        (
            "20-additional-admin.sfm",
            #"""
            # Exercise: an additional administrator. Clauses 11.5, 11.6, 11.7 and 12.2
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given director @sokolov
              given employee @lavrova
              given teacher @orlov
              given @orlov is not participant of school
            end

            exercise "The administrator goes on holiday" [administrator]
              story "@smirnova goes on holiday and wants to leave an additional administrator in her place. Librarian @lavrova would do it at once, and so would teacher @orlov, but he is not on the platform yet."
              story "Choose whom the policy lets you appoint. Let the new administrator try the new rights at once: there is to be a group 11B."
              points 10

              goal "The additional administrator is appointed": @orlov is additional admin
              goal "He is on the platform": @orlov is participant of school
              goal "There is a group 11B": group "11B"
              goal "No link is left over": open links = 0

              hint "The administrator, not the director, appoints additional ones, and only teachers: clause 11.7."
              hint "Only who is on the platform can be appointed, and the administrator's link lets a teacher in."

              solution
                @smirnova: invite teacher to school as link L1
                join @orlov to school by link L1
                @smirnova: appoint @orlov as additional admin
                @orlov: create group "11B"
              end
            end
            """# + "\n"
        ),
        (
            "21-transfer.ru.sfm",
            #"""
            # Упражнение: перевод и выбытие в один день. Пункты 11.11, 22 и 27
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано классный руководитель @орлов группы "10Б"
              дано ученики @иванов, @сидоров, @козлов в группе "10А"
              дано ученик @жаров в группе "10Б"
              дано чат "10А" для учеников группы "10А", модератор @петрова
              дано чат "10Б" для учеников группы "10Б", модератор @орлов
            конец

            упражнение "Один перешёл, другой выбыл" [движение]
              рассказ "@иванов с сегодняшнего дня учится в 10Б, а @сидоров переехал в другой город и выбыл. @петрова уже хотела исключить из чата «10А» обоих."
              рассказ "Приведите в порядок и списки групп, и чаты: @иванов нужен в чате «10Б», а что делать с ним в чате «10А», подскажет порядок."
              баллы 15

              выбыл @сидоров

              цель "Переведённый в списке 10Б": @иванов ученик группы "10Б"
              цель "Переведённый в чате 10Б": участники чата "10Б" — @орлов, @жаров, @иванов
              цель "Выбывшего нет в списке 10А": @сидоров не ученик группы "10А"
              цель "В чате 10А все, кого не за что исключать": участники чата "10А" — @петрова, @иванов, @козлов

              подсказка "Перевод — не выбытие: пункт 27 о нём молчит. Спросите: почему нельзя исключить @иванов из чата «10А»?"
              подсказка "Списки групп ведёт администратор: переводит ученика и вносит сведения о движении выбывшего."
              подсказка "В чат «10Б» добавляет его модератор, и сначала знакомит с правилами."
              не применять: вопреки порядку, потому что "переведённого исключать не за что, а на остальное право есть"

              решение
                @смирнова: перевести @иванов в группу "10Б"
                @орлов: ознакомить @иванов с правилами чата "10Б"
                @орлов: добавить @иванов в чат "10Б"
                @петрова: исключить @сидоров из чата "10А" в связи с выбытием
                @смирнова: внести сведения о движении @сидоров
              конец
            конец
            """# + "\n"
        ),
        (
            "21-transfer.sfm",
            #"""
            # Exercise: transfer and departure on one day. Clauses 11.11, 22 and 27
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given class teacher @petrova of group "10A"
              given class teacher @orlov of group "10B"
              given students @ivanov, @sidorov, @kozlov in group "10A"
              given student @zharov in group "10B"
              given chat "10A" for students of group "10A" moderated by @petrova
              given chat "10B" for students of group "10B" moderated by @orlov
            end

            exercise "One moves over, another leaves" [movement]
              story "From today @ivanov is in 10B, and @sidorov has moved to another town and left the school. @petrova was about to remove both from chat “10A”."
              story "Put both the lists and the chats in order: @ivanov is wanted in chat “10B”, and what to do about him in chat “10A” the policy will tell."
              points 15

              depart @sidorov

              goal "The student who moved is on the list of 10B": @ivanov is student of group "10B"
              goal "He is in the chat of 10B": members of chat "10B" are @orlov, @zharov, @ivanov
              goal "The one who left is off the list": @sidorov is not student of group "10A"
              goal "Everybody whom there is no reason to remove is in the chat of 10A": members of chat "10A" are @petrova, @ivanov, @kozlov

              hint "A transfer is no departure: clause 27 says nothing of it. Ask: why not remove @ivanov from chat “10A”?"
              hint "The administrator keeps the lists: she transfers the one and records the movement of the other."
              hint "The moderator of chat “10B” adds people to it, and acquaints them with the rules first."
              off limits: force because "there is no reason to remove who was transferred, and a right to all the rest"

              solution
                @smirnova: transfer @ivanov to group "10B"
                @orlov: acquaint @ivanov with rules of chat "10B"
                @orlov: add @ivanov to chat "10B"
                @petrova: remove @sidorov from chat "10A" because departure
                @smirnova: record movement of @sidorov
              end
            end
            """# + "\n"
        ),
        (
            "22-exam-new-class.ru.sfm",
            #"""
            # Экзамен: новый класс с нуля. Пункты 11.5, 11.6, 11.8, 11.11, 13.3.1, 15.1 и 22
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано директор @соколов
              дано учитель @климова
              дано @климова не состоит в школе
              дано ученики @белов, @гусев в группе "9А"
            конец

            упражнение "Экзамен: новый класс" [экзамен]
              рассказ "В школе открывают 10В. Учитель @климова только что принята на работу, на платформе её нет, но класс отдают ей. Ученики @белов и @гусев переходят сюда из 9А."
              рассказ "К вечеру у класса должны быть список, классный руководитель и чат «Класс 10В», где оба ученика знают правила. Ни неисполненных обязанностей, ни лишних ссылок остаться не должно."
              баллы 25

              цель "Список класса готов": ученики @белов, @гусев в группе "10В"
              цель "Классный руководитель на платформе": @климова состоит в школе
              цель "Классный руководитель прикреплён": @климова классный руководитель группы "10В"
              цель "В чате класса все трое": участники чата "Класс 10В" — @климова, @белов, @гусев
              цель нет неисполненных обязанностей

              подсказка "Порядок такой: группа, люди, чат, правила. Первые два шага — за администратором, остальные — за классным руководителем."
              подсказка "Застряли — спросите «почему» и «показать обязанности»: ответ назовёт пункт."
              не применять: вопреки порядку, исполнить обязанности, потому что "на экзамене всё делают по порядку и своими руками"

              решение
                @смирнова: создать группу "10В"
                @смирнова: перевести @белов в группу "10В"
                @смирнова: перевести @гусев в группу "10В"
                @смирнова: пригласить учителя в школу по ссылке С1
                @климова: присоединиться к школе по ссылке С1
                @смирнова: прикрепить @климова к группе "10В" как классного руководителя
                @климова: создать чат "Класс 10В" для учеников группы "10В"
                @климова: ознакомить @белов, @гусев с правилами чата "Класс 10В"
                @климова: добавить @белов, @гусев в чат "Класс 10В"
              конец
            конец
            """# + "\n"
        ),
        (
            "22-exam-new-class.sfm",
            #"""
            # Exam: a new class from nothing. Clauses 11.5, 11.6, 11.8, 11.11, 13.3.1, 15.1 and 22
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given director @sokolov
              given teacher @klimova
              given @klimova is not participant of school
              given students @belov, @gusev in group "9A"
            end

            exercise "Exam: a new class" [exam]
              story "The school opens 10C. Teacher @klimova has just been hired and is not on the platform, but the class is hers. Students @belov and @gusev come over from 9A."
              story "By the evening the class is to have its list, its class teacher and chat “Class 10C”, in which both students know the rules. No duty and no loose link may be left."
              points 25

              goal "The list of the class is ready": students @belov, @gusev in group "10C"
              goal "The class teacher is on the platform": @klimova is participant of school
              goal "The class teacher is attached": @klimova is class teacher of group "10C"
              goal "All three are in the class chat": members of chat "Class 10C" are @klimova, @belov, @gusev
              goal no pending duties

              hint "The order is: group, people, chat, rules. The first two are the administrator's, the rest are the class teacher's."
              hint "When stuck, ask “why” and “show duties”: the answer names the clause."
              off limits: force, fulfil duties because "in an exam all is done by the policy and by hand"

              solution
                @smirnova: create group "10C"
                @smirnova: transfer @belov to group "10C"
                @smirnova: transfer @gusev to group "10C"
                @smirnova: invite teacher to school as link L1
                join @klimova to school by link L1
                @smirnova: attach @klimova to group "10C" as class teacher
                @klimova: create chat "Class 10C" for students of group "10C"
                @klimova: acquaint @belov, @gusev with rules of chat "Class 10C"
                @klimova: add @belov, @gusev to chat "Class 10C"
              end
            end
            """# + "\n"
        ),
        (
            "23-exam-hard-week.ru.sfm",
            #"""
            # Экзамен: трудная неделя модератора. Пункты 21–26
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "10А"
              дано ученики @иванов, @сидоров, @козлов в группе "10А"
              дано чат "10А" для учеников группы "10А", модератор @петрова
            конец

            упражнение "Экзамен: трудная неделя" [экзамен]
              рассказ "Сегодня 1 сентября, а в чате «10А» уже жарко: @иванов нарушил правила в четвёртый раз, @сидоров — в первый, и от него же осталось грубое сообщение."
              рассказ "Иное дело — @козлов, заблокированный на две недели: он извинился, и никто не против. Пусть @козлов вернётся в разговор, @иванов помолчит до 15 сентября, а грубость из чата исчезнет, и ни за кем ничего не останется."
              баллы 25

              повторить 4 раза
                нарушение @козлов в чате "10А"
                @петрова: напомнить @козлов
              конец
              @петрова: заблокировать @козлов в чате "10А" на 14 дней за нарушение правил
              @козлов: принести извинения
              повторить 3 раза
                нарушение @иванов в чате "10А"
                @петрова: напомнить @иванов
              конец
              нарушение @иванов в чате "10А"
              нарушение @сидоров в чате "10А"
              @сидоров: написать "Отстаньте все" в чате "10А" как негативное
              @иванов: написать "Завтра физика первым уроком" в чате "10А"

              цель "Систематический нарушитель заблокирован до 15 сентября": @иванов заблокирован в чате "10А" до 15.09.2024
              цель "Извинившийся разблокирован": @козлов не заблокирован в чате "10А"
              цель "Осталось одно сообщение": сообщений в чате "10А" = 1
              цель нет неисполненных обязанностей

              подсказка "Начните с вопроса: показать обязанности. Напоминание положено и тому, кого вы сейчас заблокируете."
              подсказка "Одного нарушения для блокировки мало, четырёх достаточно; сколько дней до 15 сентября, сосчитайте сами."
              не применять: исключать, исполнить обязанности, вопреки порядку, потому что "на экзамене всё делают по порядку и своими руками"

              решение
                @петрова: напомнить @иванов
                @петрова: заблокировать @иванов в чате "10А" на 14 дней за нарушение правил
                @петрова: напомнить @сидоров
                @петрова: удалить сообщение 1
                @петрова: разблокировать @козлов
              конец
            конец
            """# + "\n"
        ),
        (
            "23-exam-hard-week.sfm",
            #"""
            # Exam: a moderator's hard week. Clauses 21 to 26
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given class teacher @petrova of group "10A"
              given students @ivanov, @sidorov, @kozlov in group "10A"
              given chat "10A" for students of group "10A" moderated by @petrova
            end

            exercise "Exam: a hard week" [exam]
              story "It is 1 September, and chat “10A” is in turmoil: @ivanov has broken the rules for the fourth time, @sidorov for the first, and he has left a rude message behind as well."
              story "@kozlov, blocked for two weeks, is another matter: he has apologised, and nobody objects. Let @kozlov talk again and @ivanov be silent until 15 September, and leave neither rudeness nor duties in the chat."
              points 25

              repeat 4 times
                violate @kozlov in chat "10A"
                @petrova: remind @kozlov
              end
              @petrova: block @kozlov in chat "10A" for 14 days because rules
              apologize @kozlov
              repeat 3 times
                violate @ivanov in chat "10A"
                @petrova: remind @ivanov
              end
              violate @ivanov in chat "10A"
              violate @sidorov in chat "10A"
              @sidorov: post "Leave me alone, all of you" in chat "10A" as negative
              @ivanov: post "Physics is the first lesson tomorrow" in chat "10A"

              goal "The repeated offender is blocked until 15 September": @ivanov is blocked in chat "10A" until 15.09.2024
              goal "Who has apologised is unblocked": @kozlov is not blocked in chat "10A"
              goal "One message is left": messages in chat "10A" = 1
              goal no pending duties

              hint "Begin with a question: show duties. A reminder is due to the one whom you are about to block too."
              hint "One violation is not enough for a block, four are; count the days until 15 September yourself."
              off limits: remove, fulfil duties, force because "in an exam all is done by the policy and by hand"

              solution
                @petrova: remind @ivanov
                @petrova: block @ivanov in chat "10A" for 14 days because rules
                @petrova: remind @sidorov
                @petrova: delete message 1
                @petrova: unblock @kozlov
              end
            end
            """# + "\n"
        ),
        (
            "24-exam-farewell.ru.sfm",
            #"""
            # Экзамен: один день, два прощания. Пункты 11.8, 13.3.2, 22 и 27
            применить порядок "koshdo-2024"

            предыстория
              дано школа "КОШДО" с администратором @смирнова
              дано классный руководитель @петрова группы "8А"
              дано классный руководитель @орлов группы "6Б"
              дано учитель @климова
              дано ученики @морозов, @козлов в группе "8А"
              дано ученица @морозова-младшая в группе "6Б"
              дано родитель @морозова ученика @морозов
              дано родитель @морозова ученицы @морозова-младшая
              дано родитель @крюкова ученика @козлов
              дано чат "Родители 8А" для родителей группы "8А", модератор @петрова
              дано чат "Родители 6Б" для родителей группы "6Б", модератор @орлов
              дано чат "Педагоги" для учителей, модератор @климова
            конец

            упражнение "Экзамен: два прощания" [экзамен]
              рассказ "@морозов из 8А выбыл, а его сестра @морозова-младшая учится в 6Б; мать, @морозова, состоит в обоих родительских чатах. В тот же день уволилась @петрова — классный руководитель 8А и модератор чата «Родители 8А»."
              рассказ "Дел @петрова ещё не сдала и за свой чат пока отвечает, а класс принимает @климова. Пусть @морозова останется только среди родителей 6Б, а @крюкова попадёт в новый чат «Родители 8А новый»."
              баллы 30

              выбыл @морозов
              уволена @петрова

              цель "Мать выбывшего — не среди родителей 8А": @морозова не участница чата "Родители 8А"
              цель "Обязанность в чате 6Б исполнена": @орлов не обязан исключить @морозова из чата "Родители 6Б"
              цель "Мать ученицы — среди родителей 6Б": участники чата "Родители 6Б" — @орлов, @морозова
              цель "Уволенной нет среди педагогов": @петрова не участница чата "Педагоги"
              цель "У 8А новый классный руководитель": @климова классный руководитель группы "8А"
              цель "В новом чате — классный руководитель и мать ученика": участники чата "Родители 8А новый" — @климова, @крюкова

              подсказка "Показать обязанности: у каждого модератора — свои, и одна из них не ждёт никого, кроме самой @петрова."
              подсказка "Пункт 27 велит исключить мать и из чата сестры; потом её можно вернуть: сначала правила, потом чат."
              не применять: вопреки порядку, исполнить обязанности, потому что "на экзамене всё делают по порядку и своими руками"

              решение
                @петрова: исключить @морозова из чата "Родители 8А" в связи с выбытием
                @орлов: исключить @морозова из чата "Родители 6Б" в связи с выбытием
                @орлов: ознакомить @морозова с правилами чата "Родители 6Б"
                @орлов: добавить @морозова в чат "Родители 6Б"
                @климова: исключить @петрова из чата "Педагоги" в связи с увольнением
                @смирнова: прикрепить @климова к группе "8А" как классного руководителя
                @климова: создать чат "Родители 8А новый" для родителей группы "8А"
                @климова: ознакомить @крюкова с правилами чата "Родители 8А новый"
                @климова: добавить @крюкова в чат "Родители 8А новый"
              конец
            конец
            """# + "\n"
        ),
        (
            "24-exam-farewell.sfm",
            #"""
            # Exam: one day, two farewells. Clauses 11.8, 13.3.2, 22 and 27
            use policy "koshdo-2024"

            background
              given school "KOSHDO" with admin @smirnova
              given class teacher @petrova of group "8A"
              given class teacher @orlov of group "6B"
              given teacher @klimova
              given students @morozov, @kozlov in group "8A"
              given student @morozova-junior in group "6B"
              given parent @morozova of @morozov
              given parent @morozova of @morozova-junior
              given parent @kryukova of @kozlov
              given chat "Parents 8A" for parents of group "8A" moderated by @petrova
              given chat "Parents 6B" for parents of group "6B" moderated by @orlov
              given chat "Teachers" for teachers moderated by @klimova
            end

            exercise "Exam: two farewells" [exam]
              story "@morozov of 8A has left the school, and his sister @morozova-junior is in 6B; their mother @morozova is in both parents' chats. On the same day @petrova has left too: class teacher of 8A and moderator of chat “Parents 8A”."
              story "@petrova has not handed over yet and still answers for her chat; @klimova takes the class. See that @morozova is among the parents of 6B only, and that @kryukova gets into the new chat “Parents 8A new”."
              points 30

              depart @morozov
              dismiss @petrova

              goal "The mother is not among the parents of 8A": @morozova is not member of chat "Parents 8A"
              goal "The duty in the chat of 6B is done": @orlov has no duty to remove @morozova from chat "Parents 6B"
              goal "The mother is among the parents of 6B": members of chat "Parents 6B" are @orlov, @morozova
              goal "The dismissed teacher is not among the staff": @petrova is not member of chat "Teachers"
              goal "8A has a new class teacher": @klimova is class teacher of group "8A"
              goal "The class teacher and a mother are in the new chat": members of chat "Parents 8A new" are @klimova, @kryukova

              hint "Show duties: each moderator has some, and one waits for nobody but @petrova herself."
              hint "Clause 27 has the mother removed from the sister's chat too; then she can come back: rules first, chat after."
              off limits: force, fulfil duties because "in an exam all is done by the policy and by hand"

              solution
                @petrova: remove @morozova from chat "Parents 8A" because departure
                @orlov: remove @morozova from chat "Parents 6B" because departure
                @orlov: acquaint @morozova with rules of chat "Parents 6B"
                @orlov: add @morozova to chat "Parents 6B"
                @klimova: remove @petrova from chat "Teachers" because dismissal
                @smirnova: attach @klimova to group "8A" as class teacher
                @klimova: create chat "Parents 8A new" for parents of group "8A"
                @klimova: acquaint @kryukova with rules of chat "Parents 8A new"
                @klimova: add @kryukova to chat "Parents 8A new"
              end
            end
            """# + "\n"
        ),
    ]
}
