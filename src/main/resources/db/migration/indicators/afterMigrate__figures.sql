call figures.open_to_packages();
call figures.open_records_to_packages();
