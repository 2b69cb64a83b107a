### Решение для печати.

decided-title = Решение: { $organ }, { $day }
decided-outcome = { $word ->
    [adopted] принято
    [not-adopted] не принято
    [conditional] принято под условием
    [vetoed] не принято: наложено вето
    [no-quorum] не принято: нет кворума
   *[undetermined] исход не установлен
}
decided-session = заседание
decided-matter = дело
decided-adopts = принимает
decided-condition = условие
decided-opinion = мнение
decided-interested = заинтересованы в деле
decided-act = акт со всем, что о нём сообщено
decided-count = Подсчёт
decided-votes = Как голосовал каждый, насколько это сообщено
decided-position = позиция
decided-vote = { $word ->
    [for] за
    [against] против
    [abstaining] воздержались
    [absent] отсутствовали
   *[untold] не сообщено
}
decided-no-votes = Как голосовал каждый, в этой записи не найдено.
decided-no-kind = В записи не указан вид дела, поэтому правило здесь не применяется.
decided-rule = Правило на тот день для вида дел: { $kind }
decided-not-all-told = Сообщены не все голоса, поэтому правило названо, но по нему ничего не подсчитано.
decided-whatever = Сообщены не все голоса; как бы ни поступили те, о ком ничего не сообщено, итог тот же.
decided-looked-at = { $condition }; подсчёт: { $found }
decided-holds = выполнено
decided-does-not-hold = не выполнено
decided-by-rule = По этим голосам: { $outcome }.
decided-binds = Обязывает: { $parties }.
decided-does-not-bind = Не обязывает: { $parties }.
decided-log = В журнале
decided-leaf = хеш листа
decided-no-log = Журнал не сообщает, где этот акт, или запись читается из текста.
decided-verify = Квитанция доказывает и без этого сервера, что журнал хранит эту запись.
