/// Every line of the vocabulary, in groups that must come to one and the same tree: the heading names the act or fact.
///
/// A heading `# id` opens a group. The lines of a group say the same in other words; handles and names are those of
/// `KoshdoWorld`, after which every line must also run.
enum KoshdoVocabulary {
    static let acts = """
        # register
        register school
        зарегистрировать школу
        зарегистрировать организацию
        зарегистрировать лицей
        зарегистрировать техникум
        # register
        register school "Лицей № 7"
        зарегистрировать школу "Лицей № 7"
        зарегистрировать организацию «Лицей № 7»
        зарегистрировать лицей „Лицей № 7“
        # issue
        issue order "150"
        издать приказ "150"
        # issue
        issue order "150" about "the platform"
        издать приказ "150" о "the platform"
        издать приказ "150" об "the platform"
        # issue
        issue order "150" appointing @orlov
        издать приказ "150" о назначении @orlov
        издать приказ "150" назначив @orlov
        издать приказ "150", назначив @orlov
        издать приказ "150" с назначением @orlov
        # issue
        issue order "150" about "the platform" appointing @orlov
        издать приказ "150" о "the platform" о назначении @orlov
        издать приказ "150" о назначении @orlov о "the platform"
        # publish
        publish order "143" on site
        publish order "143" on the site
        publish order "143"
        разместить приказ "143" на сайте
        опубликовать приказ "143" на сайте
        # announce
        announce order "143" to staff
        announce order "143" to the staff
        довести приказ "143" до работников
        довести до сведения работников приказ "143"
        довести приказ "143" до сведения работников
        # appoint
        appoint @orlov as admin
        назначить @orlov администратором
        назначить @orlov администратором платформы
        # appoint
        appoint @orlov as additional admin
        назначить @orlov дополнительным администратором
        # appoint
        appoint @orlov as deputy
        назначить @orlov заместителем
        назначить @orlov заместителем директора
        # appoint
        appoint @petrova as moderator of chat "Биология"
        appoint @petrova as moderator in chat "Биология"
        назначить @petrova модератором чата "Биология"
        назначить @petrova модератором в чате "Биология"
        # appoint
        appoint @orlov as responsible for "site"
        назначить @orlov ответственным за "site"
        # appoint
        appoint @ivanova as parent activist
        назначить @ivanova членом родительского актива
        включить @ivanova в родительский актив
        избрать @ivanova в родительский актив
        # appoint
        appoint @ivanov as student activist
        назначить @ivanov членом ученического актива
        включить @ivanov в ученический актив
        избрать @ivanov в ученический актив
        # apply
        submit application
        подать заявку на регистрацию
        подать заявку
        направить заявку на регистрацию
        # apply
        submit application with order "143"
        подать заявку на регистрацию с приказом "143"
        подать заявку с приказом "143"
        направить заявку на регистрацию с приказом "143"
        # apply
        submit application with questionnaire
        подать заявку на регистрацию с анкетой
        подать заявку с анкетой
        # apply
        submit application with phone "+7 900 000-00-00"
        подать заявку на регистрацию с номером "+7 900 000-00-00"
        подать заявку на регистрацию с телефоном "+7 900 000-00-00"
        подать заявку на регистрацию с номером телефона "+7 900 000-00-00"
        подать заявку с номером "+7 900 000-00-00"
        # apply
        submit application with email "school@example.org"
        подать заявку на регистрацию с почтой "school@example.org"
        подать заявку на регистрацию с адресом почты "school@example.org"
        подать заявку с почтой "school@example.org"
        # apply
        submit application with order "143" with phone "+7 900" with email "a@example.org" with questionnaire
        submit application with email "a@example.org" with questionnaire with order "143" with phone "+7 900"
        submit application with order "143", phone "+7 900", email "a@example.org", questionnaire
        подать заявку на регистрацию с приказом "143" с анкетой с номером "+7 900" с почтой "a@example.org"
        подать заявку на регистрацию с приказом "143", с анкетой, с номером "+7 900", с почтой "a@example.org"
        подать заявку на регистрацию с почтой "a@example.org" с номером телефона "+7 900" с анкетой с приказом "143"
        подать заявку с приказом "143", анкетой, номером "+7 900", почтой "a@example.org"
        # sign in
        sign in @petrova
        @petrova: войти
        войти @petrova
        @petrova вошла
        вошла @petrova
        @petrova входит
        # sign in
        sign in @petrova with phone "+7 900"
        @petrova: войти по номеру "+7 900"
        войти @petrova с телефоном "+7 900"
        @petrova: войти с телефоном "+7 900"
        @petrova: войти по номеру телефона "+7 900"
        войти @petrova по номеру "+7 900"
        @petrova: пройти регистрацию по номеру "+7 900"
        пройти регистрацию @petrova по номеру "+7 900"
        @petrova вошла по номеру "+7 900"
        @petrova вошёл по номеру "+7 900"
        вошла @petrova по номеру "+7 900"
        # edit school
        edit school "Школа" set site to "s.example.org"
        изменить сайт школы "Школа" на "s.example.org"
        # edit school
        edit school set site to "s.example.org"
        изменить сайт школы на "s.example.org"
        изменить сведения школы: сайт "s.example.org"
        # edit school
        edit school set address to "ул. Школьная, 1"
        изменить адрес школы на "ул. Школьная, 1"
        # edit school
        edit school set phone to "+7 900"
        изменить телефон школы на "+7 900"
        # edit school
        edit school set email to "s@example.org"
        изменить почту школы на "s@example.org"
        # edit school
        edit school set name to "Лицей № 7"
        изменить название школы на "Лицей № 7"
        # edit school
        edit school
        изменить сведения о школе
        внести сведения о школе
        # create group
        create group "11Б"
        create class "11Б"
        создать группу "11Б"
        создать класс "11Б"
        # create staff room
        create staff room
        создать учительскую
        # attach
        attach @orlov to group "10А" as class teacher
        прикрепить @orlov к группе "10А" как классного руководителя
        прикрепить @orlov к группе "10А" классным руководителем
        прикрепить @orlov к классу "10А" как классного руководителя
        прикрепить @orlov классным руководителем к классу "10А"
        # attach
        attach @orlov to group "10А" for subject "Физика"
        прикрепить @orlov к группе "10А" по предмету "Физика"
        прикрепить @orlov к классу "10А" по предмету "Физика"
        прикрепить @orlov к группе "10А" для предмета "Физика"
        # create chat
        @petrova: create chat "Новый"
        @petrova: создать чат "Новый"
        # create chat
        @petrova: create chat "Новый" for students of group "10А"
        @petrova: create chat "Новый" of group "10А" for students
        @petrova: создать чат "Новый" для учеников группы "10А"
        @petrova: создать чат "Новый" с учениками группы "10А"
        @petrova: создать чат "Новый" для учеников класса "10А"
        @petrova: создать чат "Новый" для обучающихся группы "10А"
        @petrova: создать чат "Новый" для учащихся группы "10А"
        @petrova: создать чат "Новый" для студентов группы "10А"
        # create chat
        @petrova: create chat "Новый" for parents of group "10А"
        @petrova: создать чат "Новый" для родителей группы "10А"
        @petrova: создать чат "Новый" с родителями группы "10А"
        @petrova: создать чат "Новый" для законных представителей группы "10А"
        @petrova: создать чат "Новый" с родителями (законными представителями) группы "10А"
        # create chat
        @smirnov: create chat "Новый" for teachers
        @smirnov: создать чат "Новый" для учителей
        @smirnov: создать чат "Новый" с учителями
        @smirnov: создать чат "Новый" для педагогов
        @smirnov: создать чат "Новый" с педагогами
        @smirnov: создать чат "Новый" для педагогических работников
        @smirnov: создать чат "Новый" с педагогическими работниками
        @smirnov: создать чат "Новый" для преподавателей
        # create chat
        @smirnov: create chat "Новый" for deputies
        @smirnov: создать чат "Новый" для заместителей
        @smirnov: создать чат "Новый" с заместителями
        @smirnov: создать чат "Новый" с заместителями директора
        @smirnov: создать чат "Новый" для завучей
        # create chat
        @smirnov: create chat "Новый" for parent activists
        @smirnov: создать чат "Новый" для родительского актива
        @smirnov: создать чат "Новый" с родительским активом
        @smirnov: создать чат "Новый" для членов родительского актива
        @smirnov: создать чат "Новый" с членами родительского актива
        # create chat
        @smirnov: create chat "Новый" for student activists
        @smirnov: создать чат "Новый" для ученического актива
        @smirnov: создать чат "Новый" с ученическим активом
        # create chat
        @petrova: create chat "Новый" for students of group "10А" subject "Физика"
        @petrova: create chat "Новый" for students subject "Физика" of group "10А"
        @petrova: создать чат "Новый" для учеников группы "10А" по предмету "Физика"
        @petrova: создать чат "Новый" для учеников группы "10А" предмет "Физика"
        @petrova: создать чат "Новый" для учеников группы "10А", предмет "Физика"
        @petrova: создать чат "Новый" по предмету "Физика" для учеников класса "10А"
        # create chat
        @petrova: create chat "Новый" for students, parents
        @petrova: create chat "Новый" for students and parents
        @petrova: создать чат "Новый" для учеников и родителей
        @petrova: создать чат "Новый" для учеников, родителей
        # invite
        @petrova: invite parent to chat "10А"
        @petrova: пригласить родителя в чат "10А"
        @petrova: пригласить законного представителя в чат "10А"
        @petrova: создать ссылку-приглашение для родителя в чат "10А"
        # invite
        @petrova: invite student to chat "10А" as link L1
        @petrova: invite student to chat "10А" by link L1
        @petrova: пригласить ученика в чат "10А" по ссылке L1
        @petrova: пригласить ученика в чат "10А" ссылкой L1
        @petrova: пригласить ученика в чат "10А" как ссылку L1
        @petrova: пригласить ученика в чат "10А" ссылка L1
        @petrova: пригласить ученика в чат "10А", ссылка L1
        @petrova: пригласить обучающегося в чат "10А" по ссылке-приглашению L1
        @petrova: направить ссылку-приглашение L1 ученику в чат "10А"
        @petrova: создать ссылку-приглашение L1 для ученика в чат "10А"
        # invite
        @smirnova: invite teacher to group "10А" as link L1
        @smirnova: пригласить учителя в группу "10А" по ссылке L1
        @smirnova: пригласить педагога в класс "10А" по ссылке L1
        @smirnova: направить ссылку-приглашение L1 учителю в группу "10А"
        # invite
        @smirnova: invite teacher to school
        @smirnova: пригласить учителя в школу
        # invite
        @smirnova: invite teacher to school "Школа"
        @smirnova: пригласить учителя в школу "Школа"
        # invite
        @smirnova: invite @orlov to school as link L1
        @smirnova: пригласить @orlov в школу по ссылке L1
        @smirnova: направить ссылку-приглашение L1 @orlov в школу
        # annul
        annul link L0
        аннулировать ссылку L0
        аннулировать ссылку-приглашение L0
        отменить ссылку L0
        отменить ссылку-приглашение L0
        # annul
        annul unclaimed links
        аннулировать невостребованные ссылки
        аннулировать невостребованные ссылки-приглашения
        # join
        join @ivanova to chat "10А" by link L0
        join @ivanova by link L0 to chat "10А"
        @ivanova: присоединиться к чату "10А" по ссылке L0
        @ivanova: присоединиться к чату "10А" по ссылке-приглашению L0
        присоединить @ivanova к чату "10А" по ссылке L0
        присоединиться @ivanova к чату "10А" по ссылке L0
        вступить @ivanova в чат "10А" по ссылке L0
        @ivanova: вступить в чат "10А" по ссылке L0
        @ivanova присоединилась к чату "10А" по ссылке L0
        @ivanova присоединяется к чату "10А" по ссылке L0
        присоединилась @ivanova к чату "10А" по ссылке L0
        @ivanova вступила в чат "10А" по ссылке L0
        вступила @ivanova в чат "10А" по ссылке L0
        @ivanova вступает в чат "10А" по ссылке L0
        # join
        join @orlov to group "10А"
        @orlov: присоединиться к группе "10А"
        @orlov: присоединиться к классу "10А"
        @orlov: вступить в группу "10А"
        # join
        join @orlov to school
        @orlov: присоединиться к школе
        @orlov: вступить в школу
        # request join
        request join @orlov
        @orlov: подать заявку на вступление
        подать заявку на вступление @orlov
        запросить вступление @orlov
        @orlov: запросить вступление
        @orlov подал заявку на вступление
        @orlov подала заявку на вступление
        # request join
        request join @orlov to school as teacher
        @orlov: подать заявку на вступление в школу учителем
        @orlov: подать заявку на вступление в школу как учитель
        запросить вступление @orlov в школу как учитель
        @orlov подал заявку на вступление в школу учителем
        # accept
        accept request of @sokolov
        accept request from @sokolov
        принять заявку на вступление от @sokolov
        принять заявку @sokolov
        принять заявку на вступление @sokolov
        принять заявку от @sokolov
        # reject
        reject request of @sokolov
        отклонить заявку на вступление от @sokolov
        отклонить заявку @sokolov
        # verify
        verify @orlov as teacher
        подтвердить @orlov учителем
        подтвердить @orlov как учителя
        # verify
        verify @orlov
        подтвердить статус учителя @orlov
        верифицировать @orlov
        # enrol
        enrol @novikov in group "10А"
        зачислить @novikov в группу "10А"
        зачислить @novikov в класс "10А"
        принять @novikov в класс "10А"
        принять @novikov в группу "10А"
        # transfer
        transfer @ivanov to group "10Б"
        перевести @ivanov в группу "10Б"
        перевести @ivanov в класс "10Б"
        # record movement
        record movement of @ivanov
        внести сведения о движении @ivanov
        внести движение @ivanov
        отразить движение @ivanov
        # depart
        depart @ivanov
        выбыл @ivanov
        выбыла @ivanov
        выбыли @ivanov
        выбывает @ivanov
        выбытие @ivanov
        отчислен @ivanov
        отчислена @ivanov
        @ivanov выбыл
        @ivanov выбыла
        @ivanov выбывает
        @ivanov отчислен
        # dismiss
        dismiss @orlov
        уволен @orlov
        уволена @orlov
        увольняется @orlov
        увольнение @orlov
        уволился @orlov
        уволилась @orlov
        @orlov уволен
        @orlov уволилась
        @orlov увольняется
        # acquaint
        acquaint @novikov with rules
        acquaint @novikov with the rules
        ознакомить @novikov с правилами
        познакомить @novikov с правилами
        ознакомить @novikov с правилами общения
        познакомить @novikov с правилами общения
        # acquaint
        acquaint @novikov with rules of chat "10А"
        acquaint @novikov with the rules of chat "10А"
        ознакомить @novikov с правилами чата "10А"
        познакомить @novikov с правилами чата "10А"
        ознакомить @novikov с правилами общения в чате "10А"
        # add
        add @novikov to chat "10А"
        добавить @novikov в чат "10А"
        включить @novikov в чат "10А"
        # remove
        remove @ivanov from chat "10А"
        исключить @ivanov из чата "10А"
        удалить @ivanov из чата "10А"
        убрать @ivanov из чата "10А"
        # remove
        remove @ivanov from chat "10А" because rules
        remove @ivanov because of the rules from chat "10А"
        исключить @ivanov из чата "10А" по причине нарушения правил
        исключить @ivanov из чата "10А" из-за нарушения правил
        исключить @ivanov из чата "10А" за нарушение правил
        исключить @ivanov за нарушение правил из чата "10А"
        # remove
        remove @ivanov from chat "10А" because departure
        исключить @ivanov из чата "10А" по причине выбытия
        исключить @ivanov из чата "10А" из-за выбытия
        исключить @ivanov из чата "10А" в связи с выбытием
        # remove
        remove @ivanov from chat "10А" because dismissal
        исключить @ivanov из чата "10А" по причине увольнения
        исключить @ivanov из чата "10А" в связи с увольнением
        # remove
        remove @ivanov from chat "10А" because personal
        исключить @ivanov из чата "10А" по причине личных предпочтений
        исключить @ivanov из чата "10А" по личным мотивам
        исключить @ivanov из чата "10А" по личным причинам
        исключить @ivanov из чата "10А" из-за личных предпочтений
        # remove
        remove @ivanov from chat "10А" because "noise"
        исключить @ivanov из чата "10А" по причине "noise"
        исключить @ivanov из чата "10А" из-за "noise"
        # post
        @ivanov: post "Привет"
        @ivanov: написать "Привет"
        @ivanov: отправить "Привет"
        # post
        @ivanov: post "Привет" in chat "10А"
        @ivanov: post "Привет" to chat "10А"
        @ivanov: написать "Привет" в чате "10А"
        @ivanov: написать "Привет" в чат "10А"
        @ivanov: отправить "Привет" в чат "10А"
        # post
        @smirnova: post "Новость" in channel "Новости"
        @smirnova: написать "Новость" в канале "Новости"
        @smirnova: написать "Новость" в канал "Новости"
        @smirnova: опубликовать "Новость" в канале "Новости"
        @smirnova: отправить "Новость" в канал "Новости"
        # post
        @ivanov: post "Смотрите" with file "план.pdf"
        @ivanov: написать "Смотрите" с файлом "план.pdf"
        # post
        @ivanov: post "Смотрите" with photo "1.jpg"
        @ivanov: написать "Смотрите" с фото "1.jpg"
        # post
        @ivanov: post "Смотрите" with audio "1.mp3"
        @ivanov: написать "Смотрите" с аудио "1.mp3"
        # post
        @ivanov: post "Смотрите" with video "1.mp4"
        @ivanov: написать "Смотрите" с видео "1.mp4"
        # post
        @ivanov: post "…" as negative
        @ivanov: написать "…" как негативное
        # post
        @ivanov: post "…" as excess
        @ivanov: написать "…" как избыточное
        # post
        @ivanov: post "…" as offensive
        @ivanov: написать "…" как оскорбительное
        @ivanov: написать "…" как оскорбление
        # post
        @ivanov: post "…" as violating rights
        @ivanov: написать "…" как нарушающее права
        # post
        @ivanov: post "…" in chat "10А" with file "a.pdf" as excess
        @ivanov: post "…" as excess with file "a.pdf" in chat "10А"
        @ivanov: написать "…" в чате "10А" с файлом "a.pdf" как избыточное
        @ivanov: написать "…" как избыточное в чате "10А" с файлом "a.pdf"
        # delete message
        delete message 1
        удалить сообщение 1
        удалить сообщение № 1
        удалить сообщение №1
        # delete message
        delete message 1 in chat "10А"
        удалить сообщение 1 в чате "10А"
        # violate
        violate @ivanov
        нарушение @ivanov
        нарушение правил @ivanov
        нарушил правила @ivanov
        нарушила правила @ivanov
        нарушили правила @ivanov
        @ivanov нарушил правила
        @ivanov нарушила правила
        @ivanov нарушает правила
        # violate
        violate @ivanov in chat "10А"
        нарушение @ivanov в чате "10А"
        нарушение правил @ivanov в чате "10А"
        @ivanov нарушил правила в чате "10А"
        @ivanov нарушает правила чата "10А"
        # remind
        remind @ivanov
        remind @ivanov of rules
        remind @ivanov of the rules
        напомнить @ivanov
        напомнить @ivanov о правилах
        напомнить @ivanov о правилах общения
        сделать напоминание @ivanov
        # remind
        remind @ivanov in chat "10А"
        remind @ivanov of rules in chat "10А"
        напомнить @ivanov в чате "10А"
        напомнить @ivanov о правилах в чате "10А"
        напомнить @ivanov о правилах общения в чате "10А"
        # block
        block @ivanov for 14 days
        block @ivanov for 2 weeks
        заблокировать @ivanov на 14 дней
        заблокировать @ivanov на срок 14 дней
        заблокировать @ivanov на срок до 14 дней
        заблокировать @ivanov сроком на 14 дней
        заблокировать @ivanov на 2 недели
        заблокировать @ivanov на 14 суток
        # block
        block @ivanov for 1 month
        block @ivanov for a month
        заблокировать @ivanov на 1 месяц
        заблокировать @ivanov на один месяц
        заблокировать @ivanov на месяц
        заблокировать @ivanov на срок до одного месяца
        # block
        block @ivanov for 1 month 1 day
        block @ivanov for 1 month and 1 day
        заблокировать @ivanov на 1 месяц 1 день
        заблокировать @ivanov на 1 месяц и 1 день
        # block
        block @ivanov in chat "10А" for 3 hours because rules
        block @ivanov for 3 hours in chat "10А" because rules
        block @ivanov because rules for 3 hours in chat "10А"
        заблокировать @ivanov в чате "10А" на 3 часа по причине нарушения правил
        заблокировать @ivanov на 3 часа в чате "10А" за нарушение правил
        заблокировать @ivanov за нарушение правил на 3 часа в чате "10А"
        # block
        block @ivanov for 1 year because personal
        заблокировать @ivanov на 1 год по личным мотивам
        заблокировать @ivanov на 1 год из-за личных предпочтений
        заблокировать @ivanov на год по причине личных предпочтений
        # restrict
        restrict @ivanov
        ограничить доступ @ivanov
        ограничить @ivanov
        # restrict
        restrict @ivanov in chat "10А"
        restrict access of @ivanov to chat "10А"
        ограничить доступ @ivanov к чату "10А"
        ограничить @ivanov в чате "10А"
        ограничить доступ @ivanov в чате "10А"
        # apologize
        apologize @sidorov
        @sidorov apologizes
        @sidorov: принести извинения
        @sidorov: извиниться
        извиниться @sidorov
        принести извинения @sidorov
        извинился @sidorov
        извинилась @sidorov
        @sidorov извинился
        @sidorov извиняется
        @sidorov принёс извинения
        @sidorov принес извинения
        @sidorov приносит извинения
        принесла извинения @sidorov
        # apologize
        apologize @sidorov in chat "10А"
        @sidorov: принести извинения в чате "10А"
        @sidorov: извиниться в чате "10А"
        # object
        object @ivanov
        @ivanov objects
        @ivanov: возразить
        возразить @ivanov
        возражение @ivanov
        возражает @ivanov
        возразил @ivanov
        @ivanov возражает
        @ivanov возразила
        @ivanov против
        # object
        object @ivanov to unblocking @sidorov
        @ivanov: возразить против разблокировки @sidorov
        возразить @ivanov против разблокировки @sidorov
        возражает @ivanov против разблокировки @sidorov
        @ivanov возражает против разблокировки @sidorov
        @ivanov против разблокировки @sidorov
        # withdraw objection
        withdraw objection @petrova
        @petrova withdraws objection
        @petrova: снять возражение
        снять возражение @petrova
        @petrova: отозвать возражение
        отозвать возражение @petrova
        @petrova сняла возражение
        @petrova отозвала возражение
        сняла возражение @petrova
        # withdraw objection
        withdraw objection @petrova in chat "10А"
        @petrova withdraws objection in chat "10А"
        @petrova: снять возражение в чате "10А"
        @petrova снимает возражение в чате "10А"
        # unblock
        unblock @sidorov
        разблокировать @sidorov
        досрочно разблокировать @sidorov
        снять блокировку с @sidorov
        # unblock
        unblock @sidorov in chat "10А"
        разблокировать @sidorov в чате "10А"
        # start call
        @petrova: start call
        @petrova: начать звонок
        @petrova: начать видеозвонок
        # start call
        @petrova: start call in chat "10А"
        @petrova: начать звонок в чате "10А"
        # start lesson
        @petrova: start lesson "Физика" in chat "10А"
        @petrova: начать урок "Физика" в чате "10А"
        @petrova: начать занятие "Физика" в чате "10А"
        @petrova: провести урок "Физика" в чате "10А"
        @petrova: провести занятие "Физика" в чате "10А"
        # start meeting
        @petrova: start meeting "Итоги" in chat "10А"
        @petrova: начать собрание "Итоги" в чате "10А"
        @petrova: начать совещание "Итоги" в чате "10А"
        @petrova: начать встречу "Итоги" в чате "10А"
        @petrova: провести собрание "Итоги" в чате "10А"
        @petrova: провести совещание "Итоги" в чате "10А"
        # join call
        join call @ivanov in chat "Биология"
        @ivanov: присоединиться к звонку в чате "Биология"
        присоединиться к звонку @ivanov в чате "Биология"
        @ivanov: присоединиться к уроку в чате "Биология"
        @ivanov: присоединиться к занятию в чате "Биология"
        @ivanov: присоединиться к собранию в чате "Биология"
        @ivanov: присоединиться к совещанию в чате "Биология"
        @ivanov: войти в звонок в чате "Биология"
        войти в звонок @ivanov в чате "Биология"
        @ivanov присоединился к звонку в чате "Биология"
        @ivanov присоединяется к уроку в чате "Биология"
        @ivanov вошёл в звонок в чате "Биология"
        присоединился к звонку @ivanov в чате "Биология"
        # end call
        @petrova: end call in chat "Биология"
        @petrova: завершить звонок в чате "Биология"
        @petrova: завершить урок в чате "Биология"
        @petrova: завершить собрание в чате "Биология"
        @petrova: завершить занятие в чате "Биология"
        @petrova: закончить звонок в чате "Биология"
        # plan broadcast
        plan broadcast "День школы" at 10.09.2024 12:00
        plan broadcast "День школы" at 2024-09-10 12:00
        запланировать трансляцию "День школы" на 10.09.2024 12:00
        # start broadcast
        start broadcast "День школы"
        начать трансляцию "День школы"
        провести трансляцию "День школы"
        # create poll
        @petrova: create poll "Едем?" with "да", "нет"
        @petrova: create poll "Едем?" with "да" and "нет"
        @petrova: создать опрос "Едем?" с вариантами "да", "нет"
        @petrova: создать опрос "Едем?" варианты "да", "нет"
        @petrova: создать опрос "Едем?", варианты "да", "нет"
        @petrova: создать опрос "Едем?" с вариантами "да" и "нет"
        # vote
        vote @ivanov "да" in chat "Биология"
        vote @ivanov for "да" in chat "Биология"
        @ivanov: проголосовать за "да" в чате "Биология"
        проголосовать @ivanov за "да" в чате "Биология"
        проголосовал @ivanov за "да" в чате "Биология"
        проголосовала @ivanov за "да" в чате "Биология"
        @ivanov проголосовал за "да" в чате "Биология"
        @ivanov голосует за "да" в чате "Биология"
        # upload material
        @petrova: upload material "Лекция" to chat "10А"
        @petrova: разместить материал "Лекция" в чате "10А"
        @petrova: загрузить материал "Лекция" в чате "10А"
        @petrova: загрузить материал "Лекция" в чат "10А"
        @petrova: выложить материал "Лекция" в чате "10А"
        # upload material
        @petrova: upload material "Лекция" to group "10А"
        @petrova: разместить материал "Лекция" в группе "10А"
        @petrova: разместить материал "Лекция" в классе "10А"
        # upload material
        @petrova: upload material "Лекция"
        @petrova: разместить материал "Лекция"
        # open journal
        @ivanov: open journal
        @ivanov: открыть электронный журнал
        @ivanov: открыть журнал
        @ivanov: открыть дневник
        # create channel
        create channel "Спорт"
        создать канал "Спорт"
        # provide
        @smirnov: provide material "Итоги" for channel "Новости"
        @smirnov: предоставить материал "Итоги" для канала "Новости"
        @smirnov: обеспечить материалом "Итоги" канал "Новости"
        # contact support
        @ivanov: contact support "нет звука"
        @ivanov: обратиться в поддержку "нет звука"
        @ivanov: обратиться в техподдержку "нет звука"
        @ivanov: обратиться в службу технической поддержки "нет звука"
        @ivanov: обратиться в техническую поддержку "нет звука"
        # ask admin
        @ivanov: ask admin "как войти?"
        @ivanov: обратиться к администратору "как войти?"
        @ivanov: спросить администратора "как войти?"
        @ivanov: задать вопрос администратору "как войти?"
        # report statistics
        report statistics to director
        report statistics to the director
        report statistics
        представить статистику директору
        доложить статистику
        доложить статистику директору
        довести статистику до сведения директора
        # monitor use
        @smirnov: monitor use
        @smirnov: проконтролировать использование
        @smirnov: осуществить контроль использования
        @smirnov: проконтролировать
        # help
        help @ivanova
        помочь @ivanova
        оказать помощь @ivanova
        # explain platform
        @petrova: explain platform to parents
        @petrova: разъяснить родителям возможности платформы
        @petrova: разъяснить платформу родителям
        @petrova: разъяснить
        # inform
        @smirnov: inform students and parents
        @smirnov: проинформировать учеников и родителей
        @smirnov: проинформировать обучающихся и родителей
        # inform admin
        @ivanov: inform admin of intrusion
        @ivanov: проинформировать администратора о взломе
        @ivanov: сообщить администратору о взломе
        @ivanov: проинформировать администратора о несанкционированном доступе
        @ivanov: сообщить администратору о несанкционированном доступе
        # share account
        @ivanov: share account of @ivanov with @sidorov
        @ivanov: передать аккаунт @ivanov пользователю @sidorov
        @ivanov: передать аккаунт @ivanov для @sidorov
        @ivanov: предоставить доступ к аккаунту @ivanov пользователю @sidorov
        # hack account
        hack account of @ivanov
        intrude account of @ivanov
        взломан аккаунт @ivanov
        взлом аккаунта @ivanov
        аккаунт @ivanov взломан
        # give false data
        @ivanov: give false data of @sidorov
        @ivanov: falsify data of @sidorov
        @ivanov: указать ложные данные о @sidorov
        # give false data
        @ivanov: give false data
        @ivanov: указать ложные данные о себе
        # use messenger
        @petrova: use messenger "Telegram" for chat
        @petrova: использовать мессенджер "Telegram" для общения
        @petrova: использовать мессенджер "Telegram" для чата
        @petrova: применить мессенджер "Telegram" для общения
        @petrova: применять мессенджер "Telegram" для общения
        # use messenger
        @petrova: use messenger "Telegram" for work
        @petrova: использовать мессенджер "Telegram" для работы
        # collect data
        @ivanov: collect data of @sidorov
        @ivanov: собрать персональные данные @sidorov
        @ivanov: собирать данные @sidorov
        @ivanov: собрать данные @sidorov
        # attend seminar
        @petrova: attend seminar "Чаты"
        @petrova: посетить семинар "Чаты"
        @petrova: посетить вебинар "Чаты"
        # browse resources
        @ivanov: browse resources
        @ivanov: просмотреть информационные ресурсы
        @ivanov: открыть ресурсы
        # open profile
        @ivanov: open profile of @sidorov
        @ivanov: открыть страницу @sidorov
        @ivanov: открыть профиль @sidorov
        """
}

extension KoshdoVocabulary {
    /// Every fact holds after it was given, where it can be given.
    static let facts = """
        # school
        school "Школа"
        the school "Школа"
        школа "Школа"
        организация "Школа"
        лицей "Школа"
        техникум "Школа"
        # school
        school "Школа" with admin @smirnova
        школа "Школа" с администратором @smirnova
        школа "Школа", администратор @smirnova
        # registered
        school is registered
        the school is registered
        школа зарегистрирована
        # person
        teacher @orlov
        учитель @orlov
        педагог @orlov
        преподаватель @orlov
        педагогический работник @orlov
        # person
        director @smirnov
        директор @smirnov
        руководитель школы @smirnov
        # person
        deputy @zueva
        заместитель @zueva
        заместитель директора @zueva
        завуч @zueva
        # person
        employee @orlov
        работник @orlov
        сотрудник @orlov
        # person
        outsider @stranger
        посторонний @stranger
        посторонняя @stranger
        третье лицо @stranger
        # unverified
        unverified teacher @guest
        учитель без подтверждения @guest
        неподтверждённый учитель @guest
        неподтвержденный учитель @guest
        неверифицированный учитель @guest
        # person
        class teacher @orlov of group "10А"
        классный руководитель @orlov группы "10А"
        классный руководитель @orlov класса "10А"
        мастер группы @orlov группы "10А"
        куратор @orlov группы "10А"
        # person
        teacher @orlov of subject "Физика" in group "10А"
        учитель @orlov по предмету "Физика" в группе "10А"
        учитель @orlov предмета "Физика" в группе "10А"
        учитель @orlov в группе "10А" по предмету "Физика"
        # person
        subject teacher @orlov of subject "Физика" in group "10А"
        учитель-предметник @orlov по предмету "Физика" в группе "10А"
        # person
        students @ivanov, @sidorov in group "10А"
        students @ivanov and @sidorov in group "10А"
        ученики @ivanov, @sidorov в группе "10А"
        ученики @ivanov и @sidorov в группе "10А"
        ученики @ivanov, @sidorov в классе "10А"
        обучающиеся @ivanov, @sidorov в группе "10А"
        учащиеся @ivanov, @sidorov в группе "10А"
        студенты @ivanov, @sidorov в группе "10А"
        # person
        student @ivanov in group "10А"
        ученик @ivanov в группе "10А"
        ученица @ivanov в группе "10А"
        обучающийся @ivanov в классе "10А"
        учащийся @ivanov в группе "10А"
        студент @ivanov в группе "10А"
        ученик @ivanov группы "10А"
        ученик @ivanov класса "10А"
        # person
        parent @ivanova of @ivanov
        родитель @ivanova ученика @ivanov
        родитель @ivanova ученицы @ivanov
        родитель @ivanova обучающегося @ivanov
        законный представитель @ivanova обучающегося @ivanov
        законный представитель @ivanova ученика @ivanov
        родитель (законный представитель) @ivanova ученика @ivanov
        родитель @ivanova студента @ivanov
        # person
        parent activist @ivanova
        член родительского актива @ivanova
        родительский актив @ivanova
        # person
        parent activist @ivanova, @orlova
        член родительского актива @ivanova, @orlova
        родительский актив @ivanova, @orlova
        # person
        student activist @ivanov
        член ученического актива @ivanov
        ученический актив @ivanov
        активист @ivanov
        # role
        @orlov is admin
        @orlov is an admin
        @orlov администратор
        @orlov — администратор
        @orlov - администратор
        @orlov является администратором
        # role
        @ivanov is student of group "10А"
        @ivanov is a student of group "10А"
        @ivanov ученик группы "10А"
        @ivanov — ученик группы "10А"
        @ivanov обучающийся группы "10А"
        @ivanov ученица группы "10А"
        @ivanov ученик класса "10А"
        @ivanov ученик в группе "10А"
        # role
        @orlov is not admin
        @orlov не администратор
        @orlov — не администратор
        @orlov не является администратором
        # verified
        @orlov is verified
        статус @orlov подтверждён
        @orlov подтверждён
        @orlov подтвержден
        @orlov подтверждена
        @orlov подтверждены
        # verified
        @guest is not verified
        статус @guest не подтверждён
        @guest не подтверждён
        # departed
        @ivanov has departed
        @ivanov is departed
        @ivanov выбыл
        @ivanov выбыла
        @ivanov выбыли
        # departed
        @ivanov has not departed
        @ivanov не выбыл
        # dismissed
        @orlov is dismissed
        @orlov уволен
        @orlov уволилась
        # in school
        @orlov is participant of the school
        @orlov is a participant of the school
        @orlov is participant of school
        @orlov состоит в школе
        @orlov участник школы
        # in school
        @orlov is not participant of the school
        @orlov не состоит в школе
        @orlov не участник школы
        # chat
        chat "Новый" for students of group "10А" moderated by @petrova
        chat "Новый" moderated by @petrova for students of group "10А"
        чат "Новый" для учеников группы "10А", модератор @petrova
        чат "Новый" для учеников группы "10А" модератор @petrova
        чат "Новый" для учеников группы "10А" с модератором @petrova
        чат "Новый" для учеников группы "10А", с модератором @petrova
        чат "Новый" для учеников группы "10А", модератор — @petrova
        чат "Новый" для учеников класса "10А", модератор: @petrova
        чат "Новый" для обучающихся группы "10А", модератор @petrova
        # chat
        chat "Новый" for parents moderated by @petrova
        чат "Новый" для родителей, модератор @petrova
        чат "Новый" с родителями, модератор @petrova
        # chat
        chat "Новый" for teachers, deputies
        чат "Новый" для учителей и заместителей
        # chat
        chat "10А" exists
        чат "10А" существует
        есть чат "10А"
        # moderator of chat
        moderator of chat "10А" is @petrova
        модератор чата "10А" — @petrova
        модератор чата "10А" – @petrova
        модератор чата "10А" - @petrova
        модератор чата "10А": @petrova
        модератор чата "10А" = @petrova
        # member
        @orlov is member of chat "10А"
        @orlov is a member of chat "10А"
        @orlov is a member of the chat "10А"
        @orlov участник чата "10А"
        @orlov участница чата "10А"
        @orlov состоит в чате "10А"
        @orlov — участник чата "10А"
        # member
        @orlov is not member of chat "10А"
        @orlov is not a member of chat "10А"
        @orlov не участник чата "10А"
        @orlov не состоит в чате "10А"
        # members
        members of chat "10А" are @petrova, @ivanov, @sidorov
        участники чата "10А" — @petrova, @ivanov, @sidorov
        участники чата "10А": @petrova, @ivanov, @sidorov
        участники чата "10А" - @petrova, @ivanov и @sidorov
        в чате "10А" только @petrova, @ivanov, @sidorov
        # blocked
        @sidorov is blocked
        @sidorov заблокирован
        @sidorov заблокирована
        @sidorov заблокированы
        # blocked
        @sidorov is blocked in chat "10А" until 15.09.2024
        @sidorov is blocked in chat "10А" until 2024-09-15
        @sidorov is blocked until 15.09.2024 in chat "10А"
        @sidorov заблокирован в чате "10А" до 15.09.2024
        @sidorov заблокирована до 15.09.2024 в чате "10А"
        # blocked
        @ivanov is not blocked
        @ivanov не заблокирован
        @ivanov не заблокирована
        # blocked
        @ivanov is not blocked in chat "10А"
        @ivanov не заблокирован в чате "10А"
        # violations
        violations of @ivanov = 3
        нарушений @ivanov = 3
        у @ivanov нарушений = 3
        нарушений у @ivanov = 3
        нарушений @ivanov равно 3
        нарушений @ivanov: 3
        # violations
        violations of @ivanov in chat "10А" = 3
        нарушений @ivanov в чате "10А" = 3
        у @ivanov в чате "10А" нарушений = 3
        нарушений у @ivanov в чате "10А" равно 3
        # acknowledged
        @ivanov has acknowledged rules
        @ivanov has acknowledged the rules
        @ivanov ознакомлен с правилами
        @ivanov ознакомлена с правилами
        @ivanov ознакомлены с правилами
        @ivanov ознакомлен с правилами общения
        # acknowledged
        @orlov has not acknowledged rules of chat "10А"
        @orlov has not acknowledged the rules of chat "10А"
        @orlov не ознакомлен с правилами чата "10А"
        # apologized
        @sidorov has apologized
        @sidorov извинился
        @sidorov извинилась
        @sidorov извинились
        @sidorov принёс извинения
        @sidorov принесла извинения
        # apologized
        @sidorov has not apologized
        @sidorov не извинился
        @sidorov не принёс извинения
        # group
        group "10А"
        group "10А" exists
        группа "10А"
        группа "10А" существует
        класс "10А"
        класс "10А" существует
        # staff room
        staff room exists
        the staff room exists
        учительская существует
        # link
        link L0 is open
        link L0 is unclaimed
        ссылка L0 действует
        ссылка L0 открыта
        ссылка L0 не использована
        ссылка L0 невостребована
        ссылка L0 не востребована
        ссылка-приглашение L0 действует
        # link
        link L0 is claimed
        ссылка L0 использована
        ссылка L0 востребована
        # link
        link L0 is annulled
        ссылка L0 аннулирована
        # application
        application is submitted
        the application is submitted
        заявка на регистрацию подана
        заявка подана
        # order
        order "143" is issued
        приказ "143" издан
        # order
        order "143" is published
        приказ "143" размещён на сайте
        приказ "143" размещён
        приказ "143" размещен на сайте
        приказ "143" опубликован
        приказ "143" опубликован на сайте
        # order
        order "143" is announced
        приказ "143" доведён до работников
        приказ "143" доведён
        приказ "143" доведен до работников
        # channel
        channel "Новости" exists
        канал "Новости" существует
        # today
        today is 01.09.2024
        today is 2024-09-01
        сегодня 01.09.2024
        сегодня — 01.09.2024
        """

    /// Facts that can only be checked; they hold in the world.
    static let checks = """
        # members
        members of chat "10А" = 3
        участников чата "10А" = 3
        участников чата "10А" равно 3
        # members
        members of chat "10А" >= 2
        участников чата "10А" не менее 2
        # messages
        messages in chat "10А" = 1
        сообщений в чате "10А" = 1
        сообщений в чате "10А" равно 1
        # posts
        posts in channel "Новости" = 0
        публикаций в канале "Новости" = 0
        # open links
        open links = 1
        действующих ссылок = 1
        открытых ссылок = 1
        невостребованных ссылок = 1
        # duty
        @petrova has not duty to remind @ivanov
        @petrova не обязана напомнить @ivanov
        @petrova не должна напомнить @ivanov
        @petrova не обязан напоминать @ivanov
        # no duties
        no pending duties
        нет неисполненных обязанностей
        нет невыполненных обязанностей
        # no breaches
        no breaches
        нет отступлений от порядка
        нет нарушений порядка
        порядок соблюдён
        порядок соблюден
        # no breaches
        no breaches by @petrova
        нет отступлений от порядка со стороны @petrova
        # nobody can
        nobody can unblock @ivanov
        никто не может разблокировать @ivanov
        никто не вправе разблокировать @ivanov
        """

    /// What is not there can be asked of names that something has introduced only.
    static let absent = """
        # chat
        no chat "Нет такого"
        нет чата "Нет такого"
        чат "Нет такого" не существует
        # group
        нет группы "11Я"
        группа "11Я" не существует
        """

    static let statements = """
        #
        expect allowed: @petrova: block @ivanov for 14 days
        expect that allowed: @petrova: block @ivanov for 14 days
        ожидаем разрешение: @petrova: заблокировать @ivanov на 14 дней
        ожидаем разрешено: @petrova: заблокировать @ivanov на 14 дней
        ожидаем, что разрешено: @petrova: заблокировать @ivanov на 14 дней
        ожидаем, что можно: @petrova: заблокировать @ivanov на 14 дней
        ожидаем: разрешено: @petrova: заблокировать @ivanov на 14 дней
        ожидается разрешение: @petrova: заблокировать @ivanov на 14 дней
        ожидаю разрешение: @petrova: заблокировать @ivanov на 14 дней
        проверить разрешение: @petrova: заблокировать @ivanov на 14 дней
        проверяем разрешение: @petrova: заблокировать @ivanov на 14 дней
        тогда разрешено: @petrova: заблокировать @ivanov на 14 дней
        то можно: @petrova: заблокировать @ivanov на 14 дней
        #
        expect denied: remind @ivanov
        ожидаем отказ: напомнить @ivanov
        ожидаем, отказано: напомнить @ivanov
        ожидаем, что отказано: напомнить @ivanov
        ожидаем, что нельзя: напомнить @ivanov
        нельзя: напомнить @ivanov
        отказано: напомнить @ivanov
        #
        expect denied by clause 24: remind @ivanov
        ожидаем отказ по п. 24: напомнить @ivanov
        ожидаем отказ по п.24: напомнить @ivanov
        ожидаем отказ по пункту 24: напомнить @ivanov
        ожидаем отказ согласно п. 24: напомнить @ivanov
        ожидаем отказ согласно пункту 24: напомнить @ivanov
        #
        expect denied by clause 24, 26: remind @ivanov
        expect denied by clauses 24, 26: remind @ivanov
        expect denied by clause 24 and 26: remind @ivanov
        ожидаем отказ по пп. 24, 26: напомнить @ivanov
        ожидаем отказ по п. 24 и п. 26: напомнить @ivanov
        ожидаем отказ по пунктам 24 и 26: напомнить @ivanov
        #
        expect denied by clause app.1: remind @ivanov
        ожидаем отказ по прил. 1: напомнить @ivanov
        ожидаем отказ по приложению 1: напомнить @ivanov
        #
        expect denied by clause 6 of "recommendations-2023": remind @ivanov
        expect denied by clause 6 of policy "recommendations-2023": remind @ivanov
        ожидаем отказ по п. 6 порядка "recommendations-2023": напомнить @ivanov
        #
        expect prohibited by clause 26: remind @ivanov
        ожидаем запрет по п. 26: напомнить @ivanov
        ожидаем, что запрещено по п. 26: напомнить @ivanov
        #
        expect not granted: remind @ivanov
        ожидаем отсутствие права: напомнить @ivanov
        ожидаем нет права: напомнить @ivanov
        ожидаем, что право не предоставлено: напомнить @ivanov
        #
        expect impossible by clause 5: remind @ivanov
        ожидаем невозможность по п. 5: напомнить @ivanov
        ожидаем, что невозможно по п. 5: напомнить @ivanov
        #
        force @petrova: block @ivanov for 14 days
        вопреки порядку @petrova: заблокировать @ivanov на 14 дней
        в нарушение порядка @petrova: заблокировать @ivanov на 14 дней
        в отступление от порядка @petrova: заблокировать @ivanov на 14 дней
        несмотря на порядок @petrova: заблокировать @ivanov на 14 дней
        #
        as @petrova
        от имени @petrova
        действует @petrova
        #
        as anyone
        от имени любого
        от любого имени
        действует любой
        #
        advance 14 days
        advance 2 weeks
        через 14 дней
        через 2 недели
        прошло 14 дней
        прошли 14 дней
        спустя 14 дней
        проходит 14 дней
        #
        advance 1 month
        advance a month
        через 1 месяц
        через месяц
        через один месяц
        прошёл 1 месяц
        прошел месяц
        #
        advance 1 week
        прошла неделя
        через неделю
        #
        advance 1 hour
        через час
        через 1 час
        #
        advance 1 year
        через год
        через 1 год
        #
        advance 5 years
        через 5 лет
        #
        today is 02.09.2024
        сегодня 02.09.2024
        сегодня — 02.09.2024
        сегодня - 02.09.2024
        #
        fulfil duties
        исполнить обязанности
        выполнить обязанности
        #
        given @orlov is admin
        дано @orlov администратор
        дано: @orlov администратор
        дан @orlov — администратор
        дана @orlov администратор
        даны @orlov администратор
        допустим, @orlov администратор
        допустим @orlov администратор
        пусть @orlov администратор
        #
        expect @orlov is admin
        ожидаем @orlov администратор
        ожидаем, что @orlov администратор
        ожидаем: @orlov администратор
        ожидается, что @orlov администратор
        проверить: @orlov администратор
        тогда @orlov администратор
        то @orlov администратор
        #
        remind @ivanov
        when remind @ivanov
        когда напомнить @ivanov
        затем напомнить @ivanov
        """

    /// The lines of a paragraph are one rule in other words.
    static let norms = """
        permit block by moderator
        разрешено модератору блокировать
        разрешается модератору блокировать
        разрешено модератору заблокировать
        вправе модератор блокировать
        модератор вправе блокировать
        имеет право модератор блокировать
        модератор имеет право блокировать
        модераторы имеют право блокировать

        permit block by moderator when violations > 3 and duration <= 1 month
        permit block by moderator when violations more than 3 and duration at most 1 month
        разрешено модератору блокировать, если нарушений более 3 и срок не более 1 месяца
        разрешено модератору блокировать, если нарушений больше 3 и срок блокировки не больше 1 месяца
        разрешено модератору блокировать, если нарушений > 3 и срок <= 1 месяца
        разрешено модератору блокировать, если нарушений свыше 3 и срок до 1 месяца
        разрешено модератору блокировать, если нарушения > 3 и срок до одного месяца
        разрешено модератору блокировать при условии, что нарушений более 3 и срок не более 1 месяца
        разрешено модератору блокировать, когда нарушений более 3 и срок не более 1 месяца
        модератор вправе блокировать, если нарушений более 3 и срок не более 1 месяца
        вправе модератор блокировать, если нарушений более 3 и срок не более 1 месяца

        permit block by moderator when violations >= 4
        разрешено модератору блокировать, если нарушений не менее 4
        разрешено модератору блокировать, если нарушений не меньше 4
        разрешено модератору блокировать, если нарушений хотя бы 4

        permit block by moderator when violations < 4
        разрешено модератору блокировать, если нарушений менее 4
        разрешено модератору блокировать, если нарушений меньше 4

        permit block by moderator when violations = 4
        разрешено модератору блокировать, если нарушений равно 4
        разрешено модератору блокировать, если нарушений = 4

        permit unblock by moderator when target has apologized and objections = 0
        разрешено модератору разблокировать, если лицо принесло извинения и возражений нет
        разрешено модератору разблокировать, если лицо извинилось и возражений = 0
        разрешено модератору разблокировать, если лицо принесло извинения и никто не возражает
        разрешено модератору разблокировать, если этот человек извинился и возражений нет
        модератор вправе досрочно разблокировать, если лицо принесло извинения и возражений нет

        forbid add when target has not acknowledged the rules
        запрещено добавлять, если лицо не ознакомлено с правилами
        запрещается добавлять, если лицо не ознакомлено с правилами
        запрещено добавить, если лицо не ознакомлено с правилами

        forbid block, remove by moderator when reason is personal
        запрещено модератору блокировать, исключать, если причина личная
        запрещено модератору блокировать и исключать, если причина личная
        запрещено модератору блокировать, исключать, если по личным мотивам
        запрещено модератору блокировать или исключать, если причина — личные предпочтения
        запрещается модератору блокировать, исключать, если причина личная
        не вправе модератор блокировать, исключать, если причина личная
        модератор не вправе блокировать, исключать, если причина личная
        модератор не вправе блокировать или исключать, если причина личная
        модератор не вправе блокировать или исключать по личным мотивам
        запрещено модератору блокировать, исключать по личным причинам

        oblige moderator to remind target when violate
        обязан модератор напомнить лицу при нарушении
        модератор обязан напомнить лицу при нарушении
        обязан модератор напомнить лицу, когда нарушение
        обязан модератор напомнить лицу в случае нарушения
        должен модератор напомнить лицу при нарушении
        модератор должен напомнить лицу при нарушении
        предписано модератору напомнить лицу при нарушении

        oblige moderator to remind target when violate within 3 days
        обязан модератор напомнить лицу при нарушении в течение 3 дней
        обязан модератор напомнить лицу при нарушении в срок до 3 дней
        обязан модератор напомнить лицу при нарушении не позднее 3 дней

        oblige moderator to remove target and parents of target when depart
        обязан модератор исключить лицо и родителей лица при выбытии
        обязан модератор исключить лицо и родителей этого лица при выбытии
        обязан модератор исключить лицо и его родителей при выбытии
        обязан модератор исключить лицо и родителей лица, когда выбыл
        обязан модератор исключить лицо и родителей лица, когда выбывает
        обязан модератор исключить лицо и родителей лица в случае выбытия

        oblige moderator to remove target when dismiss
        обязан модератор исключить лицо при увольнении
        обязан модератор исключить лицо, когда уволен
        обязан модератор исключить лицо, когда увольняется
        обязан модератор исключить лицо в случае увольнения
        обязана модератор исключить лицо при увольнении
        обязаны модераторы исключить лицо при увольнении

        oblige moderator to delete message when post if message is negative or excess
        обязан модератор удалить сообщение, когда написать, если сообщение негативное или избыточное
        обязан модератор удалить сообщение при сообщении, если сообщение негативное или избыточное

        oblige student not to share account
        обязан ученик не передавать аккаунт
        ученик обязан не передавать аккаунт

        permit create chat for parents of own group by class teacher
        разрешено классному руководителю создавать чат для родителей своей группы
        разрешено классным руководителям создавать чаты для родителей своей группы
        разрешено классному руководителю создавать чат с родителями своей группы
        классный руководитель вправе создавать чат для родителей своей группы

        permit appoint as additional admin by admin
        разрешено администратору назначать дополнительным администратором
        разрешено администратору назначать как дополнительного администратора

        permit invite students to chat by teacher
        разрешено учителю приглашать учеников в чат
        разрешено педагогам приглашать обучающихся в чат
        учитель вправе приглашать учеников в чат

        states closed space
        свойство закрытое пространство
        свойство платформы закрытое пространство
        платформа обеспечивает закрытое пространство

        states invite only
        свойство только по приглашению

        states own phone
        свойство свой номер

        states role by link
        свойство роль по ссылке

        states hidden pages
        свойство скрытые страницы

        states links for student from class teacher to chat
        свойство ссылки для ученика от классного руководителя в чат

        note "x"
        примечание "x"
        пояснение "x"

        list мессенджеры: "A", "B"
        перечень мессенджеры: "A", "B"
        список мессенджеры: "A", "B"
        """
}

extension KoshdoVocabulary {
    /// How rules name each act: after «разрешено РОЛИ», after «при», and the act's id.
    static let ruleHeads = """
        регистрировать; регистрации школы; register
        издавать приказ; издании приказа; issue
        размещать приказ на сайте; размещении приказа; publish
        доводить приказ до работников; доведении приказа; announce
        назначать; назначении; appoint
        подавать заявку на регистрацию; заявке на регистрацию; apply
        входить; входе; sign in
        изменять сведения о школе; изменении сведений; edit school
        создавать группу; создании группы; create group
        создавать учительскую; ; create staff room
        прикреплять; прикреплении; attach
        создавать чат; создании чата; create chat
        приглашать; приглашении; invite
        аннулировать; аннулировании; annul
        присоединяться; присоединении; join
        подавать заявку на вступление; заявке на вступление; request join
        принимать заявку; принятии заявки; accept
        отклонять заявку; отклонении заявки; reject
        подтверждать статус; подтверждении статуса; verify
        зачислять; зачислении; enrol
        переводить; переводе; transfer
        вносить сведения о движении; движении; record movement
        знакомить; ознакомлении; acquaint
        добавлять; добавлении; add
        исключать; исключении; remove
        писать; сообщении; post
        удалять сообщение; удалении сообщения; delete message
        ; нарушении правил; violate
        ; выбытии; depart
        ; увольнении; dismiss
        напоминать; напоминании; remind
        блокировать; блокировке; block
        ограничивать доступ; ограничении доступа; restrict
        приносить извинения; извинениях; apologize
        возражать; возражении; object
        разблокировать; разблокировке; unblock
        начинать звонок; звонке; start call
        начинать урок; уроке; start lesson
        начинать собрание; собрании; start meeting
        присоединяться к звонку; ; join call
        завершать звонок; завершении звонка; end call
        планировать трансляцию; планировании трансляции; plan broadcast
        начинать трансляцию; трансляции; start broadcast
        создавать опросы; опросе; create poll
        голосовать; голосовании; vote
        размещать материалы; размещении материала; upload material
        открывать электронный журнал; ; open journal
        создавать канал; создании канала; create channel
        предоставлять материалы; ; provide
        обращаться в поддержку; обращении в поддержку; contact support
        обращаться к администратору; обращении к администратору; ask admin
        представлять статистику; представлении статистики; report statistics
        контролировать; контроле; monitor use
        помогать; помощи; help
        разъяснять; разъяснении; explain platform
        информировать; информировании; inform
        информировать администратора; ; inform admin
        передавать аккаунт; передаче аккаунта; share account
        ; взломе аккаунта; hack account
        указывать ложные данные; ; give false data
        использовать мессенджер; использовании мессенджера; use messenger
        собирать персональные данные; сборе данных; collect data
        посещать семинар; ; attend seminar
        просматривать информационные ресурсы; ; browse resources
        открывать страницы; ; open profile
        """
}
