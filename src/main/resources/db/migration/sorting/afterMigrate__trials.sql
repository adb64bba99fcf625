call figures.open_trials_to_packages();
