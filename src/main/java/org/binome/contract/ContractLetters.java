package org.binome.contract;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.account.Role;
import org.binome.contract.Signature.Side;
import org.binome.contract.Signatures.Required;
import org.binome.mail.Letters;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The mails about a contract. Each goes out once, however often it is asked for.
 */
@Service
public class ContractLetters {

	/** As long as a contract is looked up. */
	private static final Duration DOWNLOAD_VALIDITY = Duration.ofDays(3_650);

	private final Contracts contracts;

	private final Signatures signatures;

	private final SealedContracts sealed;

	private final SignedLinks links;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Accounts accounts;

	private final Company company;

	private final Letters letters;

	private final Mailer mailer;

	private final String portalUrl;

	ContractLetters(Contracts contracts, Signatures signatures, SealedContracts sealed, SignedLinks links,
			Partnerships partnerships, Organisations organisations, Accounts accounts, Company company, Letters letters,
			Mailer mailer, @Value("${binome.portal-url}") String portalUrl) {
		this.contracts = contracts;
		this.signatures = signatures;
		this.sealed = sealed;
		this.links = links;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.accounts = accounts;
		this.company = company;
		this.letters = letters;
		this.mailer = mailer;
		this.portalUrl = portalUrl;
	}

	/**
	 * Mails the partner's signer the link.
	 * @param occasion tells a first mail from a reminder
	 */
	public void askToSign(SignedLink link, String occasion) {
		Contract contract = this.contracts.get(link.subjectId());
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		Person signer = this.organisations.person(link.personId());
		Map<String, Object> values = values(contract, revision, signer.name());
		values.put("link", link.url());
		send("sign-contract", organisation(contract).language(), values, "sign-contract:" + link.id() + ":" + occasion,
				contract, signer.email(), List.of());
	}

	/** Mails the code that shows who follows a link. */
	public void signingCode(SignedLink link, SigningCodes.Code code) {
		Contract contract = this.contracts.get(link.subjectId());
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		Person signer = this.organisations.person(link.personId());
		Map<String, Object> values = values(contract, revision, signer.name());
		values.put("code", code.digits().substring(0, 3) + " " + code.digits().substring(3));
		values.put("minutes", Long.toString(SigningCodes.VALIDITY.toMinutes()));
		send("signing-code", organisation(contract).language(), values, "signing-code:" + code.id(), contract,
				signer.email(), List.of());
	}

	/** Mails the sealed document to all who signed, and to the owner. */
	public void inForce(UUID contractId) {
		Contract contract = this.contracts.get(contractId);
		Revision revision = this.contracts.revision(contractId, contract.revisionInForce());
		SealedContract sealed = this.sealed.of(revision).orElseThrow();
		var document = new Mail.Attachment(contract.reference() + ".pdf", "application/pdf", this.sealed.pdf(sealed));
		String language = organisation(contract).language();
		for (Required party : this.signatures.required(contract, revision)) {
			if (party.ours()) {
				continue;
			}
			Map<String, Object> values = inForce(contract, revision, sealed, party.person().name(), language);
			values.put("link",
					this.links
						.issue("sealed-contract", contract.partnershipId(), party.person().id(), contractId,
								"sealed-contract:" + contractId + ":" + party.person().id(), DOWNLOAD_VALIDITY)
						.url() + "/contract.pdf");
			send("contract-in-force", language, values,
					"contract-in-force:" + contractId + ":" + party.person().email(), contract, party.person().email(),
					List.of(document));
		}
		Stream
			.concat(Stream.of(this.partnerships.get(contract.partnershipId()).owner()),
					this.signatures.valid(revision, Side.OURS).stream().map(Signature::signer))
			.distinct()
			.flatMap((username) -> this.accounts.find(username).stream())
			.forEach((account) -> {
				Map<String, Object> values = inForce(contract, revision, sealed, account.name(), account.language());
				values.put("link", this.portalUrl + "/contracts/" + contractId + "/signing");
				send("contract-in-force", account.language(), values,
						"contract-in-force:" + contractId + ":" + account.email(), contract, account.email(),
						List.of(document));
			});
	}

	private Map<String, Object> inForce(Contract contract, Revision revision, SealedContract sealed, String name,
			String language) {
		Map<String, Object> values = dates(values(contract, revision, name), contract, language);
		values.put("sha256", sealed.sha256());
		return values;
	}

	/** Tells the owner that a side did not sign, and why. */
	public void declined(Signature refusal) {
		Contract contract = this.contracts.get(refusal.contractId());
		Revision revision = this.contracts.revision(contract.id(), refusal.revision());
		for (Account owner : owner(contract)) {
			Map<String, Object> values = values(contract, revision, owner.name());
			values.put("signer", refusal.name());
			values.put("reason", refusal.reason());
			values.put("link", this.portalUrl + "/partnerships/" + contract.partnershipId());
			send("contract-declined", owner.language(), values,
					"contract-declined:" + contract.id() + ":" + revision.number() + ":" + refusal.signer(), contract,
					owner.email(), List.of());
		}
	}

	private List<Account> owner(Contract contract) {
		return this.accounts.find(this.partnerships.get(contract.partnershipId()).owner())
			.map(List::of)
			.orElseGet(() -> this.accounts.withRole(Role.MANAGER));
	}

	private Map<String, Object> values(Contract contract, Revision revision, String name) {
		Map<String, Object> values = new HashMap<>();
		values.put("reference", contract.reference());
		values.put("name", name);
		values.put("company", this.company.legalName());
		values.put("organisation", organisation(contract).name());
		values.put("sha256", revision.sha256());
		return values;
	}

	private static Map<String, Object> dates(Map<String, Object> values, Contract contract, String language) {
		values.put("startsOn", date(contract.startsOn(), language));
		values.put("endsOn", date(contract.endsOn(), language));
		values.put("noticeBy", date(contract.noticeBy(), language));
		return values;
	}

	private static String date(LocalDate date, String language) {
		return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
			.withLocale("fr".equals(language) ? Locale.FRANCE : Locale.UK));
	}

	private Organisation organisation(Contract contract) {
		return this.organisations.get(this.partnerships.get(contract.partnershipId()).organisationId());
	}

	private void send(String letter, String language, Map<String, Object> values, String key, Contract contract,
			String to, List<Mail.Attachment> attachments) {
		Letters.Letter text = this.letters.write(letter, language, values);
		this.mailer.send(new Mail(key, contract.partnershipId(), to, text.subject(), text.text(), attachments));
	}

}
