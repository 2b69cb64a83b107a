### Где источники расходятся, чего недостаёт записи, чем отличаются два дня.

doubts-title = Где источники расходятся
doubts-lede = { $number ->
    [one] { $number } акт источники понимают
    [few] { $number } акта источники понимают
   *[other] { $number } актов источники понимают
} по-разному; ответ этой записи изменили бы { $changing } из них.
doubts-none = Все источники согласны, насколько они были известны на этот день.
doubts-less-exact = менее точно, но не иначе
doubts-changes-nothing = Другое прочтение не изменило бы ничего из того, о чём спрашивает эта запись.
doubts-from-through = с { $from } по { $until }: { $what }
doubts-uncertain-day = { $day } (день не установлен точно)
doubts-from-on = начиная с { $from }: { $what }
doubts-findings-lede = Что отмечено при чтении всей записи. Замечание никого не судит: оно говорит, чего требует статья в том виде, как она здесь записана, и чего эта запись не показывает.
doubts-counts = { $acts ->
    [one] { $acts } акт
    [few] { $acts } акта
   *[other] { $acts } актов
}, { $held ->
    [one] { $held } утверждение подтверждается
    [few] { $held } утверждения подтверждаются
   *[other] { $held } утверждений подтверждаются
}, { $failed ->
    [one] { $failed } не подтверждается
   *[other] { $failed } не подтверждаются
}, { $findings ->
    [one] { $findings } замечание
    [few] { $findings } замечания
   *[other] { $findings } замечаний
}.
doubts-failed = Утверждения, которые не подтверждаются
doubts-noticed = что отмечено
doubts-says = что об этом говорит запись
doubts-not-foreseen = записью не предусмотрено
doubts-how-sure = Насколько достоверны статьи
doubts-unverified = Не проверены, и в каждой из них можно помочь: { $articles }
doubts-diff = Чем отличаются два дня
doubts-choose = Выберите два дня.
doubts-beside = { $before } и { $after }.
doubts-no-difference = Отличий нет: ни в участии, ни в членстве, ни в действии документов.
doubts-differences = Отличия
doubts-before = раньше
doubts-after = позже
doubts-left-open = Остаётся открытым
doubts-compare = Сравнить
