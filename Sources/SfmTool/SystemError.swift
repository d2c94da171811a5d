import Glibc
import SfmTerms

/// What the operating system says in its own language, in ours: the one place where its numbers become words.
enum SystemError {
    /// The words for an error number; of one that is in no table the number is said.
    static func message(_ number: Int32) -> Text {
        table.first { $0.number == number }?.words ?? Text("error \(number) of the operating system", "ошибка операционной системы, номер \(number)")
    }

    /// The words for what has just gone wrong.
    static var last: Text { message(errno) }

    static let table: [(number: Int32, words: Text)] = [
        (EPERM, Text("the system does not permit it", "система этого не разрешает")),
        (ENOENT, Text("there is no such file or folder", "нет такого файла или папки")),
        (EINTR, Text("it was interrupted", "действие прервано")),
        (EIO, Text("the device does not answer as it should", "сбой чтения или записи на устройстве")),
        (ENXIO, Text("there is no such device", "нет такого устройства")),
        (E2BIG, Text("the command is too long", "команда слишком длинная")),
        (ENOEXEC, Text("it is no program", "это не программа")),
        (EBADF, Text("it is not open", "он не открыт")),
        (EAGAIN, Text("it is busy for the moment", "сейчас занято")),
        (ENOMEM, Text("there is not enough memory", "не хватает памяти")),
        (EACCES, Text("no permission", "нет доступа")),
        (EBUSY, Text("it is in use", "занято другой программой")),
        (EEXIST, Text("it is there already", "уже есть")),
        (EXDEV, Text("it is on another disk", "это другой диск")),
        (ENODEV, Text("there is no such device", "нет такого устройства")),
        (ENOTDIR, Text("it is not a folder", "это не папка")),
        (EISDIR, Text("it is a folder", "это папка")),
        (EINVAL, Text("the system cannot do this here", "здесь система этого не умеет")),
        (ENFILE, Text("too many files are open in the system", "в системе открыто слишком много файлов")),
        (EMFILE, Text("too many files are open", "открыто слишком много файлов")),
        (ETXTBSY, Text("the program is running", "программа сейчас выполняется")),
        (EFBIG, Text("the file would become too large", "файл стал бы слишком большим")),
        (ENOSPC, Text("no space is left on the disk", "на диске нет места")),
        (ESPIPE, Text("it is not a file", "это не файл")),
        (EROFS, Text("the disk can only be read", "диск доступен только для чтения")),
        (EMLINK, Text("it has too many links", "слишком много ссылок")),
        (EPIPE, Text("nobody reads it", "читать это некому")),
        (ENAMETOOLONG, Text("the name is too long", "имя слишком длинное")),
        (ENOTEMPTY, Text("the folder is not empty", "папка не пуста")),
        (ELOOP, Text("it is a link, or links lead in a circle", "это ссылка, или ссылки ведут по кругу")),
        (EOVERFLOW, Text("the file is too large", "файл слишком велик")),
        (EILSEQ, Text("the name cannot be written so", "такое имя записать нельзя")),
        (EOPNOTSUPP, Text("the disk cannot do this", "диск этого не умеет")),
        (ETIMEDOUT, Text("the disk did not answer in time", "диск не ответил вовремя")),
        (EDQUOT, Text("the share of the disk is used up", "исчерпана доля места на диске")),
        (ESTALE, Text("the network disk has lost the file", "сетевой диск потерял этот файл")),
    ]
}
