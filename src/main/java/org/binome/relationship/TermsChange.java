package org.binome.relationship;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One difference between two agreements, in words for the document that amends one to the
 * other (PIL-01).
 *
 * @param before as it was; empty for something new
 * @param after as it will be; empty for something removed
 */
public record TermsChange(String what, String before, String after) {

	/**
	 * What is agreed otherwise, in the order of the terms. What only we judge, such as
	 * the risk, is no part of the agreement.
	 * @param ours our name
	 * @param partners the leading partner's name
	 * @param language "fr" or "en"
	 */
	public static List<TermsChange> between(Terms before, Terms after, String ours, String partners, String language) {
		Words words = new Words("fr".equals(language), ours, partners);
		Map<String, String> was = words.of(before);
		Map<String, String> will = words.of(after);
		var everything = new LinkedHashMap<>(will);
		was.forEach(everything::putIfAbsent);
		var changes = new ArrayList<TermsChange>();
		for (String what : everything.keySet()) {
			String old = was.getOrDefault(what, "");
			String now = will.getOrDefault(what, "");
			if (!old.equals(now)) {
				changes.add(new TermsChange(what, old, now));
			}
		}
		return changes;
	}

	/** The agreement line by line, as it would be read aloud. */
	private record Words(boolean french, String ours, String partners) {

		Map<String, String> of(Terms terms) {
			var lines = new LinkedHashMap<String, String>();
			party(lines, this.ours, terms.ourContribution(), terms.ourBenefit(), terms.ours());
			party(lines, this.partners, terms.partnerContribution(), terms.partnerBenefit(), terms.partners());
			for (Party party : terms.parties()) {
				party(lines, party.name(), party.contribution(), party.benefit(), party.reserve());
				lines.put(label("Interlocuteur : ", "Contact: ") + party.name(),
						party.contactName() + ", " + party.contactEmail());
			}
			lines.put(text("Territoire", "Territory"), terms.territory());
			lines.put(text("Produits", "Products"), terms.products());
			lines.put(text("Secteurs", "Sectors"), terms.sectors());
			lines.put(text("Exclusivité", "Exclusivity"), terms.exclusive() ? text("oui", "yes") : text("non", "no"));
			lines.put(text("Valeur", "Value"), money(terms));
			if (!terms.commission().none()) {
				lines.put("Commission", commission(terms.commission()));
			}
			lines.put(text("Durée", "Duration"), terms.durationMonths() + text("\u00a0mois", " months"));
			lines.put(text("Préavis", "Notice"), terms.noticeDays() + text("\u00a0jours", " days"));
			lines.put(text("Lancement", "Launch"), (terms.launchOn() != null)
					? terms.launchOn().format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()))
					: "");
			return lines;
		}

		private void party(Map<String, String> lines, String name, String contribution, String benefit,
				Reserve reserve) {
			lines.put(label("Apport : ", "Contribution: ") + name, contribution);
			lines.put(label("Bénéfice : ", "Benefit: ") + name, benefit);
			lines.put(label("Conditions de marque : ", "Brand conditions: ") + name, reserve.brandConditions());
			lines.put(label("Jamais partagé : ", "Never shared: ") + name, reserve.neverShared());
		}

		private String money(Terms terms) {
			if (terms.valueMinor() == null) {
				return "";
			}
			try {
				Currency currency = Currency.getInstance(terms.currency());
				int digits = Math.max(0, currency.getDefaultFractionDigits());
				NumberFormat format = NumberFormat.getCurrencyInstance(locale());
				format.setCurrency(currency);
				format.setMinimumFractionDigits(digits);
				format.setMaximumFractionDigits(digits);
				return format.format(BigDecimal.valueOf(terms.valueMinor(), digits));
			}
			catch (IllegalArgumentException ex) {
				return terms.valueMinor() + " " + terms.currency();
			}
		}

		private String commission(Commission commission) {
			String percent = (commission.percent() != null)
					? NumberFormat.getInstance(locale()).format(commission.percent()) : "–";
			return percent + text("\u00a0% – ", "% – ") + commission.basis() + " – " + commission.paymentDays()
					+ text("\u00a0jours", " days");
		}

		private String label(String french, String english) {
			return text(french.replace(" :", "\u00a0:"), english);
		}

		private Locale locale() {
			return this.french ? Locale.FRANCE : Locale.UK;
		}

		private String text(String french, String english) {
			return this.french ? french : english;
		}

	}

}
