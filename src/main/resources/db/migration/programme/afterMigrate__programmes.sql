call figures.open_programmes_to_packages();
