package org.binome.relationship;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.mail.Letters;
import org.binome.mail.Letters.Letter;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;

import org.springframework.stereotype.Service;

/**
 * What we write to the partner before the contract: each letter carries a signed link to
 * one question, in the partner's language.
 */
@Service
public class Correspondence {

	private static final Duration VALIDITY = Duration.ofDays(90);

	private final Pillars pillars;

	private final TermSheets termSheets;

	private final Objectives objectives;

	private final Pairs pairs;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final SignedLinks links;

	private final Letters letters;

	private final Mailer mailer;

	private final Accounts accounts;

	private final Company company;

	Correspondence(Pillars pillars, TermSheets termSheets, Objectives objectives, Pairs pairs,
			Partnerships partnerships, Organisations organisations, SignedLinks links, Letters letters, Mailer mailer,
			Accounts accounts, Company company) {
		this.pillars = pillars;
		this.termSheets = termSheets;
		this.objectives = objectives;
		this.pairs = pairs;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.links = links;
		this.letters = letters;
		this.mailer = mailer;
		this.accounts = accounts;
		this.company = company;
	}

	/**
	 * Opens a round of pillar scores and asks the partner for theirs.
	 * @param entryKey tells one round from the next; the same again mails nothing
	 */
	public PillarRound invitePillarScores(UUID partnershipId, long entryKey) {
		PillarRound round = this.pillars.open(partnershipId, entryKey);
		askForScores(round, "pillars:" + round.id(), false);
		return round;
	}

	/**
	 * Asks for the pillar scores again, unless they have come.
	 * @param reminderKey tells one reminder from the next
	 */
	public void remindPillarScores(UUID partnershipId, long reminderKey) {
		this.pillars.latest(partnershipId)
			.filter((round) -> round.partners() == null)
			.ifPresent((round) -> askForScores(round, "pillars:" + round.id() + ":" + reminderKey, true));
	}

	/**
	 * Mails the latest revision of the terms to every party, each with a link of its own
	 * (CON-12). An incomplete one is not mailed but given back as an answer that asks for
	 * changes.
	 */
	public void sendTermSheet(UUID partnershipId) {
		this.termSheets.latest(partnershipId)
			.filter((revision) -> !this.termSheets.giveBack(revision))
			.ifPresent((revision) -> revision.others()
				.forEach((side) -> askForAgreement(revision, side, key(revision, side), false)));
	}

	/**
	 * Asks those who have not answered the terms again, unless the answer is known.
	 * @param reminderKey tells one reminder from the next
	 */
	public void remindTermSheet(UUID partnershipId, long reminderKey) {
		this.termSheets.latest(partnershipId)
			.filter((revision) -> revision.partners() == null && revision.ours() == null)
			.ifPresent((revision) -> revision.silent()
				.forEach((side) -> askForAgreement(revision, side, key(revision, side) + ":" + reminderKey, true)));
	}

	private static String key(TermSheetRevision revision, String side) {
		return "term-sheet:" + revision.id() + (side.equals("partner") ? "" : ":" + side);
	}

	private void askForScores(PillarRound round, String mailKey, boolean reminder) {
		Person person = this.pairs.partnerPerson(round.partnershipId());
		SignedLink link = this.links.issue("pillars", round.partnershipId(), person.id(), round.id(),
				"pillars:" + round.id(), VALIDITY);
		send("pillars", person, round.partnershipId(), mailKey,
				Map.of("url", link.url(), "round", round.number(), "reminder", reminder));
	}

	private void askForAgreement(TermSheetRevision revision, String side, String mailKey, boolean reminder) {
		Optional<Party> party = further(revision, side);
		Person person = party.map((further) -> this.organisations.person(further.personId()))
			.orElseGet(() -> this.pairs.partnerPerson(revision.partnershipId()));
		Organisation leading = organisation(revision.partnershipId());
		SignedLink link = this.links.issue("term-sheet", revision.partnershipId(), person.id(), revision.id(),
				key(revision, side), VALIDITY);
		String language = party.map(Party::language).orElse(leading.language());
		Locale locale = Locale.of(language);
		var values = new HashMap<String, Object>();
		values.put("url", link.url());
		values.put("reminder", reminder);
		values.put("revision", revision.revision());
		values.putAll(terms(revision, side, locale));
		values.put("objectives", objectives(revision.partnershipId(), locale));
		send("term-sheet", person, party.map(Party::name).orElse(leading.name()), language, revision.partnershipId(),
				mailKey, values);
	}

	private static Optional<Party> further(TermSheetRevision revision, String side) {
		return revision.terms().parties().stream().filter((party) -> party.side().equals(side)).findFirst();
	}

	/**
	 * The terms in words as one of the parties reads them: what it brings and gains
	 * itself, what we do, and what the others do.
	 * @param side the reader's, such as "partner" or "party-3"
	 */
	public Map<String, Object> terms(TermSheetRevision revision, String side, Locale locale) {
		Terms terms = revision.terms();
		Map<String, Object> values = terms(terms, locale);
		Organisation leading = organisation(revision.partnershipId());
		var others = new ArrayList<Map<String, Object>>();
		further(revision, side).ifPresent((reader) -> {
			values.put("theirContribution", reader.contribution());
			values.put("theirBenefit", reader.benefit());
			values.put("theirBrandConditions", reader.reserve().brandConditions());
			values.put("theirNeverShared", reader.reserve().neverShared());
			others.add(Map.of("name", leading.name(), "contribution", terms.partnerContribution(), "benefit",
					terms.partnerBenefit()));
		});
		terms.parties()
			.stream()
			.filter((party) -> !party.side().equals(side))
			.forEach((party) -> others
				.add(Map.of("name", party.name(), "contribution", party.contribution(), "benefit", party.benefit())));
		values.put("others", others);
		return values;
	}

	/**
	 * The terms in words, as letter and page show them to the leading partner: amounts
	 * and dates as the reader writes them.
	 */
	public static Map<String, Object> terms(Terms terms, Locale locale) {
		NumberFormat money = NumberFormat.getCurrencyInstance(locale);
		Currency currency = Currency.getInstance(terms.currency());
		money.setCurrency(currency);
		money.setMinimumFractionDigits(currency.getDefaultFractionDigits());
		money.setMaximumFractionDigits(currency.getDefaultFractionDigits());
		var values = new HashMap<String, Object>();
		values.put("kind", terms.kind());
		values.put("theirContribution", terms.partnerContribution());
		values.put("ourContribution", terms.ourContribution());
		values.put("theirBenefit", terms.partnerBenefit());
		values.put("ourBenefit", terms.ourBenefit());
		values.put("territory", terms.territory());
		values.put("products", terms.products());
		values.put("sectors", terms.sectors());
		values.put("value", money.format(
				java.math.BigDecimal.valueOf(terms.valueMinor(), Math.max(0, currency.getDefaultFractionDigits()))));
		values.put("exclusive", terms.exclusive());
		values.put("ourBrandConditions", terms.ours().brandConditions());
		values.put("ourNeverShared", terms.ours().neverShared());
		values.put("theirBrandConditions", terms.partners().brandConditions());
		values.put("theirNeverShared", terms.partners().neverShared());
		values.put("commission", commission(terms.commission(), locale));
		values.put("durationMonths", terms.durationMonths());
		values.put("noticeDays", terms.noticeDays());
		values.put("launchOn", date(terms.launchOn(), locale));
		return values;
	}

	/** The commission in a sentence, empty when there is none. */
	private static String commission(Commission commission, Locale locale) {
		if (commission.percent() == null || commission.paymentDays() == null) {
			return "";
		}
		NumberFormat percent = NumberFormat.getInstance(locale);
		percent.setMaximumFractionDigits(2);
		return ("fr".equals(locale.getLanguage()) ? "%s\u00a0%% – %s – payée sous %d\u00a0jours"
				: "%s%% – %s – paid within %d days")
			.formatted(percent.format(commission.percent()), commission.basis(), commission.paymentDays());
	}

	private List<String> objectives(UUID partnershipId, Locale locale) {
		return this.objectives.of(partnershipId)
			.stream()
			.filter((objective) -> objective.target() != null && objective.dueOn() != null)
			.map((objective) -> "%s : %s %s, %s".formatted(objective.name(),
					NumberFormat.getInstance(locale).format(objective.target()), objective.unit(),
					date(objective.dueOn(), locale)))
			.toList();
	}

	private static String date(LocalDate date, Locale locale) {
		return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
	}

	private void send(String name, Person person, UUID partnershipId, String key, Map<String, Object> more) {
		Organisation organisation = organisation(partnershipId);
		send(name, person, organisation.name(), organisation.language(), partnershipId, key, more);
	}

	private void send(String name, Person person, String organisation, String language, UUID partnershipId, String key,
			Map<String, Object> more) {
		Partnership partnership = this.partnerships.get(partnershipId);
		var values = new HashMap<>(more);
		values.put("name", person.name());
		values.put("organisation", organisation);
		values.put("company", this.company.legalName());
		values.put("sender", this.accounts
			.nameOf(this.pairs.current(partnershipId).map(Pair::ourAccount).orElse(partnership.owner())));
		Letter letter = this.letters.write(name, language, values);
		this.mailer.send(new Mail(key, partnershipId, person.email(), letter.subject(), letter.text()));
	}

	private Organisation organisation(UUID partnershipId) {
		return this.organisations.get(this.partnerships.get(partnershipId).organisationId());
	}

}
