### Организация на первый взгляд.

home-first = как действующая система: договор, члены, органы, решения, силы и история, каждый ответ — с указанием статьи и источника.
home-second = Другие организации работают на тех же правилах, записанных текстом.
home-glance = Положение на { $day }
home-instruments = Документы на этот день
home-members = { $number ->
    [one] { $number } член
    [few] { $number } члена
   *[other] { $number } членов
}
home-others = { $status ->
    [suspended] участие приостановлено
    [observer] наблюдатели
   *[partner] партнёры
}
home-no-members = в этот день членов нет
home-positions-differ = позиции расходятся
home-chair = председательство: { $organ }
home-since = { $holder }, с { $since }
home-acting-since = { $holder }, временно исполняет обязанности, с { $since }
home-disputes = { $number ->
    [one] { $number } расхождение
    [few] { $number } расхождения
   *[other] { $number } расхождений
}
home-changing = { $number ->
    [one] { $number } из них меняет ответ этой записи
    [few] { $number } из них меняют ответ этой записи
   *[other] { $number } из них меняют ответ этой записи
}
home-record = запись
home-sources = { $number ->
    [one] { $number } источнику
   *[other] { $number } источникам
}
home-record-of = { $acts } по { $sources }
home-record-complete = { $acts } по { $sources }, полна до { $day }
home-nothing-signed = Насколько известно этой записи, на этот день не подписан ни один документ.
home-how-each-stands = Положение каждого документа на { $day }
home-claim-on = { $claim } на { $day }
home-example = Например: { $link }.
