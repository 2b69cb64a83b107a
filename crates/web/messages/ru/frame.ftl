### То, что окружает каждую страницу.

frame-skip = Перейти к странице
frame-pages = Страницы
frame-overview = Обзор
frame-treaties = Договоры
frame-organs = Органы
frame-today = Сегодня
frame-docket = Дела
frame-crisis = Кризисный стол
frame-forces = Силы
frame-what-if = Что если
frame-documents = Материалы
frame-states = Государства
frame-timeline = Хронология
frame-disputes = Расхождения
frame-sources = Источники
frame-tables = Таблицы
frame-findings = Замечания
frame-ledger = Реестр
frame-profile = Профиль

frame-bar = На какой день и по чьему слову
frame-as-of = на день
frame-day-before = днём раньше: { $day }
frame-day-after = днём позже: { $day }
frame-according-to = согласно
frame-whole-record = вся запись
frame-show = Показать
frame-what-known = что было известно?
frame-known = как было известно на день или на позиции записи

frame-as-told-by = Так, как рассказывает только { $source }.
frame-read-whole = Читать всю запись
frame-known-position = Как было известно на позиции { $position }.
frame-known-day = Как было известно на { $day }.
frame-written-afterwards = Эта запись составлена впоследствии, как если бы велась в своё время.
frame-expected = Запись полна до { $day }; всё более позднее ожидается по правилам.

frame-record = { $acts ->
    [one] { $acts } акт
    [few] { $acts } акта
   *[other] { $acts } актов
} по { $sources ->
    [one] { $sources } источнику
   *[other] { $sources } источникам
}.
frame-complete-to = Запись полна до { $day }.
frame-no-position = Эта запись не занимает собственной позиции.
frame-how-to-read = Как читать эти страницы
frame-for-programs = Для программ
frame-languages = Языки
frame-draft = черновик, не проверено

frame-at-a-glance = Организация на первый взгляд
frame-every-page = Все страницы
frame-did-you-mean = Может быть, { $word }?
frame-rehearsal = Ответвление журнала { $log }, а не его запись; акты вымышлены.
