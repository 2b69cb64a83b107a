### Сессии органа.

sessions-title = Сессии: { $organ }
sessions-yearly = { $number ->
    [one] По правилам должна проводиться не реже { $number } раза в год.
   *[other] По правилам должны проводиться не реже { $number } раз в год.
}
sessions-alternate = Очередные сессии проходят поочерёдно в государствах-членах.
sessions-none = К этому дню в записи не найдено ни одной сессии.
sessions-latest-first = Сессии, начиная с последней
sessions-when = когда
sessions-where = где
sessions-host = принимающее государство
sessions-how = вид
sessions-decided = решения
sessions-fewer = В записи найдено меньше: { $years }.
sessions-called = Созваны, но сессия не найдена
sessions-unplaced = Решено в тот день; на какой сессии, не сказано
sessions-form = { $form ->
    [regular] очередная
    [extraordinary] внеочередная
    [remote] дистанционная
   *[untold] не указана
}
sessions-call = созыв
sessions-agenda = { $stage ->
    [invited] повестка дня в приглашении
    [adopted] повестка дня, как утверждена
   *[held] повестка дня, как рассмотрена
}
sessions-present = присутствуют
sessions-minutes = протокол
sessions-revision = редакция { $revision }, { $act }
sessions-revision-replaced = редакция { $revision }, { $act }, заменена
sessions-hosted-before = { $host } принимает и предыдущую очередную сессию
sessions-seat = на месте, предназначенном для должности: { $capacity }
sessions-credentials = полномочия: { $stage }, { $when } ({ $act })
