package org.binome.planning;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.binome.account.Accounts;
import org.binome.partner.Partnerships;

import org.springframework.stereotype.Component;

/**
 * Says what a change does to the plan, in French or English.
 */
@Component
public class ChangeText {

	private final Plans plans;

	private final Partnerships partnerships;

	private final Accounts accounts;

	ChangeText(Plans plans, Partnerships partnerships, Accounts accounts) {
		this.plans = plans;
		this.partnerships = partnerships;
		this.accounts = accounts;
	}

	/** The action as the reader of this language knows it. */
	public String action(Change change, String language) {
		return this.plans.action(change.partnershipId(), change.actionId())
			.filter((action) -> action.name().equals(change.action()))
			.map((action) -> this.plans.name(this.partnerships.get(change.partnershipId()), action, language))
			.orElse(change.action());
	}

	/** What becomes of the action, one line for each thing that changes. */
	public List<String> becomes(Change change, String language) {
		boolean french = "fr".equals(language);
		Change.Wish wish = change.wish();
		var lines = new ArrayList<String>();
		if (wish.givenUp()) {
			lines.add(french ? "Abandonnée" : "Given up");
		}
		if (wish.dueOn() != null) {
			lines.add((french ? "Échéance : " : "Due: ") + day(change.dueOn(), language) + " → "
					+ day(wish.dueOn(), language));
		}
		if (wish.owner() != null) {
			lines.add((french ? "Responsable : " : "Owner: ") + this.accounts.nameOf(change.owner()) + " → "
					+ this.accounts.nameOf(wish.owner()));
		}
		if (wish.name() != null) {
			lines.add((french ? "Intitulé : " : "Words: ") + action(change, language) + " → " + wish.name());
		}
		return lines;
	}

	/** What becomes of the launch. */
	public String launch(Change change, String language) {
		boolean french = "fr".equals(language);
		String before = day(change.launchOn(), language);
		if (change.launchAfter().equals(change.launchOn())) {
			return (french ? "reste le " : "stays on ") + before;
		}
		return before + " → " + day(change.launchAfter(), language);
	}

	private static String day(LocalDate date, String language) {
		return (date != null)
				? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.of(language)).format(date)
				: "–";
	}

}
