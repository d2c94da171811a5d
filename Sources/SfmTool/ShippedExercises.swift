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
            "02-blocking.ru.sfm",
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
            "02-blocking.sfm",
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
            "03-departure.ru.sfm",
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
            "03-departure.sfm",
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
            "04-dismissed-moderator.ru.sfm",
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
            "04-dismissed-moderator.sfm",
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
    ]
}
