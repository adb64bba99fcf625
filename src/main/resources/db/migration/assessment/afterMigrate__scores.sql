call figures.open_scores_to_packages();
