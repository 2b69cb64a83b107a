### Organisations and organs.

bodies-no-member = No member is found in this record on that day.
bodies-members-on = Members on { $day }
bodies-every-session = Every session
bodies-every-handover = Every handover of its chair
bodies-kind = { $kind ->
    [own] the organisation of this record
    [observed] another organisation, of which only memberships are recorded
   *[organ] organ
}
bodies-organ-of = of the { $body }
bodies-established = established by { $article }
bodies-seat = seated in { $place }
bodies-organs-and-offices = Organs and offices
bodies-who-holds = Who has each chair and office on { $day }.
bodies-organ = organ
bodies-chair = chair
bodies-offices = Offices
bodies-office = office
bodies-organisations = Organisations
bodies-every-chair = chairs of the { $organ }
bodies-chairs = chairs
bodies-sessions-of = sessions of the { $organ }
bodies-sessions = sessions
bodies-how-it-decides = decides: how the { $organ } decides
bodies-decides = decides
bodies-particulars = What is told of it
