### Что различается между двумя днями или двумя редакциями права и как что обстоит.

differs-of-party = { $instrument }: { $party }
differs-of-member = { $body }: { $party }
differs-of-vote = { $body }: { $party }, право голоса
differs-of-force = { $instrument }
differs-of-period = { $instrument }: период
differs-of-chair = председательство: { $organ }
differs-chair-departs = председательство: { $organ }, отступление
differs-chair-next = председательство: { $organ }, ожидается далее
differs-of-office = { $office }
differs-office-departs = { $office }: отступление
differs-office-next = { $office }: ожидается далее
differs-of-outcome = { $act }, вид дел { $kind }
differs-of-finding = { $act }: { $grade ->
    [void] не влечёт последствий по статье в том виде, как она здесь записана
    [irregular] расходится со статьёй в том виде, как она здесь записана
    [unrecorded] в этой записи не найдено акта
    [disputed] позиции расходятся
   *[orphan] ссылается на то, чего в этой записи нет
}
differs-of-finding-under = { $act }: { $grade ->
    [void] не влечёт последствий по статье в том виде, как она здесь записана
    [irregular] расходится со статьёй в том виде, как она здесь записана
    [unrecorded] в этой записи не найдено акта
    [disputed] позиции расходятся
   *[orphan] ссылается на то, чего в этой записи нет
}, { $article }
differs-not-told = ничего
differs-stands = { $status ->
    [signatory] подписавшее государство
    [contracting] договаривающееся государство
    [provisional] применяет временно
    [party] участник
    [suspended] участие приостановлено
    [former] бывший участник
    [member] член
    [observer] наблюдатель
    [partner] партнёр
    [in-force] в силе
    [not-in-force] не в силе
    [without-vote] без права голоса
    [vote-permitted] голосовать разрешено
   *[vote-returned] право голоса возвращено
}
differs-period-goes-on = { $number }, с { $from } и до дня за концом календаря
differs-period = { $number }, с { $from } по { $through }
differs-held = { $holder }
differs-held-of = { $holder } ({ $party })
differs-next = { $next }
differs-next-from = { $next } с { $day }
differs-noticed = { $findings }
differs-cause = { $cause ->
    [expired-not-extended] срок действия истёк и не был продлён
    [withdrawn] выход
    [expelled] исключение
    [suspended-sanction] санкция
    [suspended-own-request] собственная просьба
   *[superseded] место документа занял другой
}
differs-since = с { $day }
differs-cause-since = { $cause ->
    [expired-not-extended] срок действия истёк и не был продлён
    [withdrawn] выход
    [expelled] исключение
    [suspended-sanction] санкция
    [suspended-own-request] собственная просьба
   *[superseded] место документа занял другой
}, с { $day }
differs-with-detail = { $told } ({ $detail })
differs-positions-differ-on = позиции расходятся: { $act }
differs-noticed-now = { $grade ->
    [void] не влечёт последствий по статье в том виде, как она здесь записана
    [irregular] расходится со статьёй в том виде, как она здесь записана
    [unrecorded] в этой записи не найдено акта
    [disputed] позиции расходятся
   *[orphan] ссылается на то, чего в этой записи нет
}: { $told }
differs-no-longer-noticed = больше не отмечается: { $told }
differs-relies-on = основывается на статье { $article }, которая отменена
differs-no-effect-by = не действует по статье { $article }, которая отменена
differs-no-longer-keeps = больше не обязывает по документу ({ $instrument }): { $parties }
differs-is-repealed = статья { $article } отменена
differs-is-inserted = добавлена статья { $article }
differs-is-replaced = статья { $article } заменена
differs-worded-later = на { $day } статья { $article } действует в редакции статьи { $by }, а не как предположено
