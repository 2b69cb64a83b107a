### Ежегодные обязанности.

years-found = исполнено за { $years }
years-not-found = в этой записи не найдено акта за { $years }
years-due = срок — { $day }
years-stretch = { $first }–{ $last }
