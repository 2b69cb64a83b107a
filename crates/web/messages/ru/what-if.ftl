### Что последовало бы при другой редакции.

what-if-title = Что если?
what-if-lede = Предположите другую редакцию статьи или её отсутствие. В самой записи ничего не меняется.
what-if-suppose = Предположить
what-if-for-programs = Для программ: { $link }
what-if-as-json = тот же вопрос в формате JSON
what-if-unread = Это не удаётся прочитать как текст устава: { $fault }
what-if-on = При таком предположении на { $day }
what-if-from = { $law }, начиная с { $day }
what-if-differ = { $law }: { $number ->
    [0] ни один ответ не отличается
    [one] отличается { $number } ответ
    [few] отличаются { $number } ответа
   *[other] отличаются { $number } ответов
}; всего сравнено: { $compared }.
what-if-matter = Дело при каждой из редакций
what-if-of-record = как в записи
what-if-of-supposed = как предположено
what-if-no-matter = При таком предположении этот акт не открывает никакого дела.
what-if-differs = Что отличается
what-if-before = было
what-if-after = стало бы
what-if-otherwise = Акты, положение которых было бы иным
what-if-wordings = Редакции статьи { $article }
what-if-worded-by = в редакции акта { $act }
what-if-as-made = в первоначальной редакции
what-if-this = предположить эту редакцию
what-if-lines = её строки
what-if-repealed = Предположить, что статья отменена
what-if-article = статья
what-if-show = Показать редакции
what-if-text = текст устава, который начинается с { $replaces }, { $inserts } или { $repeals }
what-if-counting = начиная с
what-if-applied = применительно к делу
what-if-to-none = ни к какому
