### Государства и то, что для них обязательно.

states-lede = Все, кого называет эта запись.
states-entities = Образования, которые признаны государствами не всеми
states-entities-named = Названы так, как их называют источники, и никогда не считаются ни государствами, ни членами.
states-memberships-on = Членство на { $day }
states-no-membership = На этот день в записи ничего не найдено.
states-memberships = Членство
states-body = организация или орган
states-instruments-on = Документы на { $day }
states-no-instrument = На этот день не связано ни с одним документом этой записи.
states-instruments = Документы
states-what-binds-it = Что для него обязательно в этот день
states-not-by-all = признано государством не всеми, названо так, как в источнике { $sources }
states-in-the-record = В записи
states-bound-as = в качестве
states-what-binds = Обязательства и права: { $state }
states-binds-on = На { $day }, по документам, включённым в эту запись.
states-obliged = Обязано
states-may = Вправе
states-lost = Что утрачено
states-discharged = Что следовало сделать и сделано
states-not-told = По чему участники в этой записи не названы
states-nothing-binds = В этой записи на этот день нет ничего, что было бы для него обязательно.
states-all = Всё, в чём оно участвует
