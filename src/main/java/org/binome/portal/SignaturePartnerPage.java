package org.binome.portal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.binome.account.Company;
import org.binome.contract.Contract;
import org.binome.contract.ContractLetters;
import org.binome.contract.Contracts;
import org.binome.contract.Revision;
import org.binome.contract.Signature.Answer;
import org.binome.contract.Signature.Side;
import org.binome.contract.Signatures;
import org.binome.contract.Signatures.OtherRevision;
import org.binome.partner.InvalidLink;
import org.binome.partner.Organisations;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Where the partner reads and signs exactly one revision, or says why not (CON-01,
 * QUA-05).
 */
@Component
class SignaturePartnerPage implements PartnerPage {

	private static final Logger logger = LoggerFactory.getLogger(SignaturePartnerPage.class);

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_REASON = 4_000;

	private final Contracts contracts;

	private final Signatures signatures;

	private final ContractLetters letters;

	private final PageImages images;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Company company;

	private final MessageSource messages;

	SignaturePartnerPage(Contracts contracts, Signatures signatures, ContractLetters letters, PageImages images,
			Partnerships partnerships, Organisations organisations, Company company, MessageSource messages) {
		this.contracts = contracts;
		this.signatures = signatures;
		this.letters = letters;
		this.images = images;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.company = company;
		this.messages = messages;
	}

	@Override
	public String purpose() {
		return "signature";
	}

	@Override
	public String view() {
		return "partner/signature";
	}

	@Override
	public Map<String, Object> model(SignedLink link, Locale locale) {
		Contract contract = this.contracts.get(link.subjectId());
		Revision revision = asked(link);
		Map<String, Object> model = new HashMap<>();
		model.put("contract", contract);
		model.put("revision", revision);
		model.put("organisation", this.organisations.get(this.partnerships.get(link.partnershipId()).organisationId()));
		model.put("signer", this.organisations.person(link.personId()));
		model.put("pages", this.images.pages(revision));
		model.put("pictures", this.images.dataUris(revision));
		model.put("statement", statement(contract, revision, locale));
		return model;
	}

	@Override
	public Outcome submit(SignedLink link, MultiValueMap<String, String> form, RequestInfo who) {
		boolean signs = "sign".equals(form.getFirst("decision"));
		Map<String, String> errors = errors(form, signs, who.locale());
		if (!errors.isEmpty()) {
			return Outcome.rejected(errors);
		}
		Contract contract = this.contracts.get(link.subjectId());
		Revision revision = asked(link);
		Person signer = this.organisations.person(link.personId());
		try {
			this.signatures.answer(link, signer, entered(form, "name"), entered(form, "title"),
					Objects.requireNonNullElse(form.getFirst("sha256"), ""), signs ? Answer.SIGNED : Answer.DECLINED,
					entered(form, "reason"), signs ? statement(contract, revision, who.locale()) : "", who.address());
		}
		catch (OtherRevision ex) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
		if (signs) {
			return Outcome.accepted(
					"Votre signature est enregistrée. Vous recevrez le contrat signé dès que les deux parties auront signé.",
					"Your signature is recorded. You will receive the signed contract once both parties have signed.");
		}
		tellOwner(revision);
		return Outcome.accepted("Votre réponse est enregistrée et transmise à votre interlocuteur.",
				"Your answer is recorded and passed on to your contact.");
	}

	/** The answer is stored already; a mail server that is down must not undo it. */
	private void tellOwner(Revision revision) {
		try {
			this.signatures.valid(revision, Side.PARTNER).ifPresent(this.letters::declined);
		}
		catch (MailException ex) {
			logger.warn("The owner of contract {} could not be mailed that the partner declined: {}",
					revision.contractId(), ex.getMessage());
		}
	}

	private Revision asked(SignedLink link) {
		try {
			return this.signatures.asked(link);
		}
		catch (OtherRevision ex) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
	}

	private Map<String, String> errors(MultiValueMap<String, String> form, boolean signs, Locale locale) {
		Map<String, String> errors = new LinkedHashMap<>();
		if (!signs && !"decline".equals(form.getFirst("decision"))) {
			errors.put("decision", message("signature.error.decision", locale));
		}
		String name = entered(form, "name");
		if (name.length() < 3 || name.length() > LONGEST_NAME) {
			errors.put("name", message("signature.error.name", locale));
		}
		if (entered(form, "title").length() > LONGEST_NAME) {
			errors.put("title", message("signature.error.long", locale));
		}
		if (signs && !"true".equals(form.getFirst("statement"))) {
			errors.put("statement", message("signature.error.statement", locale));
		}
		String reason = entered(form, "reason");
		if (!signs && reason.isEmpty()) {
			errors.put("reason", message("signature.error.reason", locale));
		}
		if (reason.length() > LONGEST_REASON) {
			errors.put("reason", message("signature.error.long", locale));
		}
		return errors;
	}

	private String statement(Contract contract, Revision revision, Locale locale) {
		return this.messages.getMessage("signature.statement",
				new Object[] { contract.reference(), Integer.toString(revision.number()), this.company.legalName() },
				locale);
	}

	private String message(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	private static String entered(MultiValueMap<String, String> form, String field) {
		return Objects.requireNonNullElse(form.getFirst(field), "").strip();
	}

}
