call figures.open_to_packages();
