### Документы.

instruments-title = Договоры и другие документы
instruments-lede = Положение каждого на { $day }.
instruments-treaties = Договоры
instruments-protocols = Соглашения, протоколы и уставы
instruments-decisions = Решения и положения органов
instruments-practice = Практика
instruments-bound = связаны
instruments-of = { $body }
instruments-amends = вносит изменения: { $instrument }
instruments-stands = { $force } на { $day }
instruments-stands-since = { $force } на { $day }, с { $since }
instruments-period-goes-on = Срок { $number }, с { $from } и до дня за концом календаря
instruments-period = Срок { $number }, с { $from } по { $through }
instruments-nobody = Насколько известно этой записи, на этот день ни одно государство не подписало его, не выразило согласия на его обязательность и не присоединилось к нему.
instruments-status-on = Статус на { $day }
instruments-another-reading = другое прочтение изменило бы эту строку
instruments-accounts-differ = источники расходятся
instruments-articles = Статьи
instruments-no-article = Ни одна его статья здесь не записана.
instruments-taken-away = (исключена)
instruments-duty = { $kind ->
    [obliges] обязывает
   *[entitles] предоставляет право
}
instruments-since-force = со вступления в силу — { $instrument }, основание — { $article }
instruments-from = с { $day }, основание — { $article }
instruments-by-act = на основании { $act }
instruments-not-told = не рассказано
instruments-since = с { $day }
instruments-until = по { $day }
instruments-not-ours = в нашем прочтении нет
