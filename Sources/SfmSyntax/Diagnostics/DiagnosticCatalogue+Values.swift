import SfmTerms

extension DiagnosticCatalogue {
    static let values: [Entry] = [
        Entry(
            .badDate, Text("there is no such date", "такой даты нет"),
            Text(
                "The day, the month or the time does not exist in the calendar. Dates are written 02.09.2024 or 2024-09-02, "
                    + "with a time where it matters: 02.09.2024 09:30. The year has four digits: 01.09.24 would be the year 24.",
                "Такого дня, месяца или времени в календаре нет. Дату пишут 02.09.2024 или 2024-09-02, а где важно, добавляют "
                    + "время: 02.09.2024 09:30. В годе четыре цифры: 01.09.24 было бы двадцать четвёртым годом нашей эры."),
            wrong: Text("today is 31.09.2024", "сегодня 31.09.2024"), mended: Text("today is 30.09.2024", "сегодня 30.09.2024")),
        Entry(
            .badNumber, Text("a number does not fit", "число не подходит"),
            Text(
                "Here a whole number is needed, and what stands here is none or is too large. Durations end at a thousand "
                    + "years, counts at a thousand million.",
                "Здесь нужно целое число, а его нет или оно слишком велико. Сроки бывают не больше тысячи лет, количества — не больше миллиарда."),
            wrong: Text("repeat many times", "повторить много раз"), mended: Text("repeat 3 times", "повторить 3 раза")),
        Entry(
            .badTable, Text("the table of examples does not come out even", "таблица примеров не сходится"),
            Text(
                "A table has a header and at least one row, and every row has as many cells as the header: otherwise it is not "
                    + "known which value belongs where. Every cell stands between two bars; a bar inside a cell is \\|. The same holds of a table "
                    + "in a .csv file, whose cells are parted by commas or semicolons; of people its first column holds the handles.",
                "В таблице есть заголовок и хотя бы одна строка, и в каждой строке столько же ячеек, сколько в заголовке: иначе "
                    + "неясно, какое значение куда относится. Ячейка стоит между двумя чертами; сама черта внутри ячейки пишется \\|. То же верно "
                    + "для таблицы в файле .csv, где ячейки разделены запятыми или точками с запятой; людей называет её первый столбец."),
            wrong: Text("| who | days |\n| @ivanov |", "| кто | дней |\n| @иванов |"),
            mended: Text("| who | days |\n| @ivanov | 3 |", "| кто | дней |\n| @иванов | 3 |")),
        Entry(
            .expected, Text("something else is needed at this place", "на этом месте нужно другое"),
            Text(
                "The beginning of the line is understood, and only one thing can follow: a person, a date, a colon, a text in "
                    + "quotes. The message says what is needed and what stands here instead.",
                "Начало строки понятно, и дальше может стоять только одно: человек, дата, двоеточие, текст в кавычках. В "
                    + "сообщении сказано, что здесь нужно и что стоит на самом деле."),
            wrong: Text("@petrova block @ivanov for 3 days", "@петрова заблокировать @иванов на 3 дня"),
            mended: Text("@petrova: block @ivanov for 3 days", "@петрова: заблокировать @иванов на 3 дня")),
        Entry(
            .unknownColumn, Text("a column that the table does not have", "столбец, которого в таблице нет"),
            Text(
                "In a scenario with a table <name> stands for the cell of that column, and no column is called so: the line would run "
                    + "with the sign itself in every row. Write the column's name as the table's header has it.",
                "В сценарии с таблицей <имя> означает ячейку этого столбца, а столбца с таким именем нет: строка выполнялась бы с самим "
                    + "этим знаком, какой бы ни была строка таблицы. Напишите имя столбца так, как в заголовке таблицы."),
            wrong: Text("post \"<txet>\"\nexamples\n| text |\n| hello |", "написать \"<тескт>\"\nпримеры\n| текст |\n| привет |"),
            mended: Text("post \"<text>\"\nexamples\n| text |\n| hello |", "написать \"<текст>\"\nпримеры\n| текст |\n| привет |")),
        Entry(
            .doubledColumn, Text("two columns of one name", "два столбца с одним именем"),
            Text(
                "Two columns of a table are called alike: it is not known which of the two values is meant. Give one of them another name.",
                "Два столбца таблицы называются одинаково: неясно, какое из двух значений имеется в виду. Дайте одному из них другое имя."),
            wrong: Text("| days | days |\n| 4    | 3    |", "| дней | дней |\n| 4    | 3    |"),
            mended: Text("| days | violations |\n| 4    | 3          |", "| дней | нарушений |\n| 4    | 3         |")),
    ]
}
