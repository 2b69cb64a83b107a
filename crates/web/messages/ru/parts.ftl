### Слова, общие для многих страниц.

parts-this-record = Эта запись
parts-not-known = не установлено
parts-a-day-not-known = дня, который не установлен
parts-nobody-found = в этой записи никого не найдено
parts-act = акт { $number }
parts-acts = { $number ->
    [one] { $number } акт
    [few] { $number } акта
   *[other] { $number } актов
}
parts-why = почему
parts-why-claim = почему: { $claim }
parts-ask = Спросить
parts-as-json = то же в формате JSON
parts-as-csv = таблица в формате CSV
parts-for-programs = Для программ: { $link }
parts-followed-because = Запись следует этому прочтению; основание: { $reason }.
parts-followed-here = запись следует этому
parts-undecided = Запись не делает между ними выбора.
parts-each-year = Ежегодно
parts-noticed = Что отмечено
parts-participation = Участие: { $instrument }
parts-membership = Членство: { $body }

parts-instrument = документ
parts-state = государство
parts-word = слово
parts-of = чей
parts-holder = кто занимает
parts-stands = положение
parts-stands-as = положение
parts-status-column = статус
parts-since = с
parts-until = до
parts-through = по
parts-because = основание
parts-article = статья
parts-act-column = акт
parts-our-reading = наше прочтение
parts-parties = участники
parts-what = что
parts-by = акт
parts-source = источник
parts-date = дата
parts-evidence-column = достоверность

parts-status = { $word ->
    [signatory] подписавшее государство
    [contracting] договаривающееся государство
    [provisional] применяет временно
    [party] участник
    [suspended] участие приостановлено
    [former] бывший участник
    [disputed] позиции расходятся
    [member] член
    [observer] наблюдатель
    [partner] партнёр
    [in-force] в силе
    [not-in-force] не в силе
    [no-participant] не участвует
    [nothing] ничего
   *[unknown] не установлено
}
parts-cause = { $word ->
    [expired-not-extended] срок действия истёк и не был продлён
    [withdrawn] выход
    [expelled] исключение
    [suspended-sanction] в качестве санкции
    [suspended-own-request] по собственной просьбе
   *[superseded] заменено более поздним документом
}
parts-evidence = { $word ->
    [official-text] официальный текст
    [account] изложение
    [secondary] открытый источник
   *[unverified] не проверено
}
parts-grade = { $word ->
    [void] не влечёт последствий по статье в том виде, как она здесь записана
    [irregular] расходится со статьёй в том виде, как она здесь записана
    [unrecorded] в этой записи не найдено акта
    [disputed] позиции расходятся
   *[orphan] ссылается на то, чего в этой записи нет
}
parts-kind = { $word ->
    [treaty] договор
    [protocol] соглашение или протокол
    [decision] решение или положение органа
   *[practice] практика
}
parts-step = { $word ->
    [propose] предложение
    [consult] консультации
    [recommend] рекомендация
    [determine] определение
    [decide] решение
    [notify] уведомление
    [consent] согласие
    [circulate] рассылка
    [wait] ожидание
    [deposit] депонирование
    [contribute] предоставление помощи
    [report] доклад
    [carry-out] исполнение
   *[end] завершение
}
parts-actor-member = государство — член
parts-actor-state = государство
parts-actor-opener = государство-инициатор
parts-actor-target = государство, которого касается дело
parts-actor-other-members = каждое другое государство — член
parts-actor-party-to = участник документа { $instrument }
parts-actor-anyone = кто угодно

parts-when-by = не позднее { $date }
parts-when-from-on = начиная с { $date }
parts-when-between = между { $first } и { $second }
parts-when-perhaps = возможно, { $date }
parts-when-about = около { $date }
parts-when-perhaps-about = возможно, около { $date }
parts-when-some-day = { $place ->
    [bound] одного из дней { $when }
   *[alone] один из дней { $when }
}
parts-when-year-of = { $year } года
parts-when-years = { $place ->
    [bound] { $years }-х годов
   *[alone] { $years }-е годы
}
parts-when-month-of = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year } года
parts-pages = Страницы списка
parts-contested = оспаривается: ключ, которым это подписано, отозван записью { $revoked }, начиная с записи { $from }
parts-left-open = остаётся открытым: { $because }
