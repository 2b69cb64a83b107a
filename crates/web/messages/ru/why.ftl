### Почему дело обстоит так, а не иначе.

why-title = Почему?
why-title-of = Почему: { $claim }
why-lede = Спросите об утверждении.
why-verdict = { $verdict } — на { $day }.
why-verdict-word = { $word ->
    [yes] Да
    [no] Нет
    [disputed] Позиции расходятся
   *[undetermined] Зависит от неустановленной даты
}
why-weakest = Самое слабое из оснований ответа — { $evidence }.
why-another = Спросить о другом утверждении
why-claim = утверждение
why-asks = о чём вопрос
why-forms = Что можно утверждать
why-form-party = участие государства в документе; вместо участника — подписавшее, договаривающееся, временно применяющее государство, приостановленное или прежнее участие
why-form-member = членство; также приостановленное, наблюдателя, партнёра или прежнее
why-form-force = действует ли документ
why-form-chair = кто председательствует
why-form-office = кто занимает должность
why-form-adopted = принято ли решение
why-form-not = ставится перед любым из них

why-claim-not = неверно, что: { $claim }
why-claim-party = { $party } — { $status }, { $of }
why-claim-force = { $instrument } — в силе
why-claim-chair = { $party } — председательство, { $organ }
why-claim-without-vote = { $party } — без права голоса, { $organ }
why-claim-holds = { $person } — занимает должность, { $office }
why-claim-adopted = { $act } — решение принято
why-claim-parties = { $instrument } — участники { $how ->
    [equals] ровно таковы
    [includes] включают
   *[excludes] не включают
}: { $parties }
why-claim-members = { $body } — члены { $how ->
    [equals] ровно таковы
    [includes] включают
   *[excludes] не включают
}: { $parties }
why-claim-nobody = никого
why-claim-term = { $instrument } — срок { $number }
