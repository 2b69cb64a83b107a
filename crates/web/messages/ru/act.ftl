### Один акт.

act-title = Акт { $act }
act-told-by = источники
act-in-the-record = в записи
act-place = позиция { $position }, { $place }, внесено по состоянию на { $day }
act-neighbours = Соседние акты
act-before = предыдущий: { $act }
act-after = следующий: { $act }
act-counts-from = действует с
act-in = место
act-under = на основании
act-told = { $what ->
    [about] предмет
    [claimed] утверждалось
   *[remark] примечание
}
act-signed-by = подписали
act-signed-for = { $person }, от имени государства { $party }
act-taking-part = участвуют
act-decision = Решение с подсчётом и квитанцией для печати
act-readings = Как его понимают
