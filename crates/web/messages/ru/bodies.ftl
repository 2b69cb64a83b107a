### Организации и органы.

bodies-no-member = На этот день в записи не найдено ни одного члена.
bodies-members-on = Состав на { $day }
bodies-every-session = Все сессии
bodies-every-handover = Все передачи председательства
bodies-kind = { $kind ->
    [own] организация, о которой ведётся эта запись
    [observed] другая организация, о которой записано только членство
   *[organ] орган
}
bodies-organ-of = { $body }
bodies-established = учреждение — { $article }
bodies-seat = место пребывания — { $place }
bodies-organs-and-offices = Органы и должности
bodies-who-holds = Кто председательствует и кто занимает каждую должность на { $day }.
bodies-organ = орган
bodies-chair = председательство
bodies-offices = Должности
bodies-office = должность
bodies-organisations = Организации
bodies-every-chair = председательства: { $organ }
bodies-chairs = председательства
bodies-sessions-of = сессии: { $organ }
bodies-sessions = сессии
bodies-how-it-decides = решения: как решает { $organ }
bodies-decides = решения
bodies-particulars = Сведения
