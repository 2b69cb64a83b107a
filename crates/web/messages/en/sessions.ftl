### The sessions of an organ.

sessions-title = Sessions of the { $organ }
sessions-yearly = The law asks for at least { $number } a year.
sessions-alternate = Regular sessions go from one member to another.
sessions-none = No session is found in this record by that day.
sessions-latest-first = Sessions, the latest first
sessions-when = when
sessions-where = where
sessions-host = host
sessions-how = how
sessions-decided = decided
sessions-fewer = Fewer found in this record: { $years }.
sessions-called = Called, and no session found
sessions-unplaced = Decided that day, in which session is not told
sessions-form = { $form ->
    [regular] regular
    [extraordinary] extraordinary
    [remote] remote
   *[untold] not told
}
sessions-call = call
sessions-agenda = { $stage ->
    [invited] agenda as invited
    [adopted] agenda as adopted
   *[held] agenda as held
}
sessions-present = present
sessions-minutes = minutes
sessions-revision = revision { $revision }, { $act }
sessions-revision-replaced = revision { $revision }, { $act }, replaced
sessions-hosted-before = { $host } hosted the regular session before it as well
sessions-seat = in the seat of the { $capacity }
sessions-credentials = credentials { $stage } { $when } ({ $act })
