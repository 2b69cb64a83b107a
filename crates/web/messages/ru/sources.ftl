### Источники и их таблицы.

sources-not-dated = без даты
sources-lede = Всё, что говорит эта запись, она говорит с чьих-то слов.
sources-title = название
sources-publisher = издатель
sources-cited = ссылок
sources-no-publisher = издатель не установлен
sources-file = файл { $file }
sources-as-it-tells = Читать запись так, как рассказывает этот источник
sources-cited-for = На что он указывает
sources-no-act = Ни один акт на нём не основан; на нём могут основываться статьи, названия или таблицы.
sources-articles = Статьи, которые на него опираются
sources-line = строка
sources-references = Его ссылки
sources-notes = Его примечания
sources-tables = Таблицы источников
sources-tables-lede = Каждая ячейка дана так, как она напечатана в источнике; если наше прочтение иное, оно стоит рядом с обоснованием.
sources-no-table = В записи нет таблиц этого источника. Выберите выше другой источник или всю запись.
sources-asked-on = на { $day }
sources-our-reading = наше прочтение: { $reading }
