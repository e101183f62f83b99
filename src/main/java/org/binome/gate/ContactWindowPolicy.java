package org.binome.gate;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * APP-01, APP-03, APP-04: in the reader's working hours and time zone, by a professional
 * channel, and not too often, counting all colleagues.
 */
public final class ContactWindowPolicy {

	private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private ContactWindowPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		checkTime(facts, findings);
		checkChannel(facts, findings);
		checkFrequency(facts, findings);
		return Verdict.of(findings);
	}

	private static void checkTime(Facts facts, List<Finding> findings) {
		if (facts.at() == null || facts.zone() == null) {
			findings.add(new Finding("APP-01", "L’heure chez le partenaire n’est pas connue.",
					"The time at the partner’s is not known.", "Saisissez son fuseau horaire et le moment de l’envoi.",
					"Enter the time zone and when to send.", "zone=" + facts.zone()));
			return;
		}
		Limits limits = facts.limits();
		if (limits.anyTime()) {
			return;
		}
		ZonedDateTime there = facts.at().atZone(facts.zone());
		LocalTime time = there.toLocalTime();
		if (facts.publicHoliday() || WEEKEND.contains(there.getDayOfWeek()) || time.isBefore(limits.from())
				|| !time.isBefore(limits.until())) {
			findings.add(new Finding("APP-01",
					"Il serait %1$tH:%1$tM le %1$td/%1$tm chez le partenaire : hors de ses heures de travail."
						.formatted(there),
					"It would be %1$tH:%1$tM on %1$td/%1$tm at the partner’s: outside working hours.".formatted(there),
					"Attendez un jour ouvré, entre %s et %s à son heure.".formatted(limits.from(), limits.until()),
					"Wait for a working day, between %s and %s their time.".formatted(limits.from(), limits.until()),
					"there=" + there));
		}
	}

	private static void checkChannel(Facts facts, List<Finding> findings) {
		if (facts.privateChannel() && !facts.consent()) {
			findings.add(new Finding("APP-03", "C’est un contact privé, et la personne n’y a pas consenti.",
					"This is a private contact, and the person has not consented.",
					"Utilisez une adresse professionnelle, ou notez le consentement reçu.",
					"Use a professional address, or record the consent received.", "privateChannel=true"));
		}
		if (!Words.atLeast(1, facts.obtainedFrom())) {
			findings.add(new Finding("APP-03", "On ne sait pas d’où vient ce contact.",
					"Nobody knows where this contact comes from.",
					"Notez d’où vient l’adresse : site public, carte de visite, recommandation…",
					"Note where the address comes from: public site, business card, introduction…", "obtainedFrom="));
		}
		if (facts.objected()) {
			findings.add(new Finding("APP-03", "La personne a demandé à ne plus être contactée.",
					"The person has asked not to be contacted again.", "Respectez-le ; choisissez une autre personne.",
					"Respect it; choose another person.", "objected=true"));
		}
	}

	private static void checkFrequency(Facts facts, List<Finding> findings) {
		if (facts.at() == null) {
			return;
		}
		Limits limits = facts.limits();
		List<Instant> earlier = facts.contacts().stream().filter((contact) -> !contact.isAfter(facts.at())).toList();
		long recent = earlier.stream().filter((contact) -> contact.isAfter(facts.at().minus(limits.period()))).count();
		if (recent >= limits.mostContacts()) {
			findings.add(new Finding("APP-04",
					"Déjà %d contacts en %d jours, tous collègues confondus.".formatted(recent,
							limits.period().toDays()),
					"There were %d contacts in %d days already, by all colleagues.".formatted(recent,
							limits.period().toDays()),
					"N’insistez pas : attendez, ou laissez venir la réponse.",
					"Don’t insist: wait, or let the answer come.", "contacts=" + recent));
		}
		if (earlier.stream().anyMatch((contact) -> contact.isAfter(facts.at().minus(limits.coolDown())))) {
			findings.add(new Finding("APP-04",
					"Le dernier contact date de moins de %d jours.".formatted(limits.coolDown().toDays()),
					"The last contact was less than %d days ago.".formatted(limits.coolDown().toDays()),
					"Attendez quelques jours.", "Wait some days.", "coolDownDays=" + limits.coolDown().toDays()));
		}
	}

	/**
	 * A contact about to be made.
	 *
	 * @param at when; null when not planned
	 * @param zone where the person works; null when not known
	 * @param publicHoliday whether it is one there
	 * @param privateChannel a private address or number
	 * @param consent whether the person agreed to be contacted there
	 * @param obtainedFrom where the address comes from
	 * @param objected whether the person asked not to be contacted
	 * @param contacts when any colleague contacted the person
	 */
	public record Facts(Instant at, ZoneId zone, boolean publicHoliday, boolean privateChannel, boolean consent,
			String obtainedFrom, boolean objected, List<Instant> contacts, Limits limits) {
	}

	/**
	 * When and how often a person may be contacted.
	 *
	 * @param from when a working day begins for being contacted
	 * @param until from when on it is too late
	 * @param anyTime whether hours and days don't count; for demonstrations
	 * @param mostContacts how many contacts there may be within the period, this one
	 * included
	 * @param period in which contacts are counted
	 * @param coolDown how long to leave a person alone after a contact
	 */
	public record Limits(LocalTime from, LocalTime until, boolean anyTime, int mostContacts, Duration period,
			Duration coolDown) {
	}

}
