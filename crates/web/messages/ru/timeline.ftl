### Что происходило, по порядку.

timeline-acts = { $number ->
    [one] { $number } акт
    [few] { $number } акта
   *[other] { $number } актов
} до { $day } включительно.
timeline-acts-on-pages = { $number ->
    [one] { $number } акт
    [few] { $number } акта
   *[other] { $number } актов
} до { $day } включительно, { $pages ->
    [one] на { $pages } странице
   *[other] на { $pages } страницах
}.
timeline-none = Запись начинается позднее. Выберите выше более поздний день.
timeline-next = Что было дальше
timeline-years = Годы
