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
import org.binome.contract.Signatures;
import org.binome.contract.Signatures.Entry;
import org.binome.contract.Signatures.OtherRevision;
import org.binome.contract.SigningCodes;
import org.binome.contract.SigningCodes.TooMany;
import org.binome.document.DocumentFailure;
import org.binome.document.Pictures;
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
 * Where the partner shows who it is, reads and signs exactly one revision, or says why
 * not (CON-01, QUA-05).
 */
@Component
class SignaturePartnerPage implements PartnerPage {

	private static final Logger logger = LoggerFactory.getLogger(SignaturePartnerPage.class);

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_REASON = 4_000;

	private final Contracts contracts;

	private final Signatures signatures;

	private final SigningCodes codes;

	private final ContractLetters letters;

	private final PageImages images;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Company company;

	private final MessageSource messages;

	SignaturePartnerPage(Contracts contracts, Signatures signatures, SigningCodes codes, ContractLetters letters,
			PageImages images, Partnerships partnerships, Organisations organisations, Company company,
			MessageSource messages) {
		this.contracts = contracts;
		this.signatures = signatures;
		this.codes = codes;
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
		return model(link, new RequestInfo("", "", locale));
	}

	/** Without the code from the mail, nobody reads a word of the contract. */
	@Override
	public Map<String, Object> model(SignedLink link, RequestInfo who) {
		Contract contract = this.contracts.get(link.subjectId());
		Revision revision = asked(link);
		Person signer = this.organisations.person(link.personId());
		boolean identified = this.codes.verifiedAt(link, who.session()).isPresent();
		Map<String, Object> model = new HashMap<>();
		model.put("contract", contract);
		model.put("organisation", this.organisations.get(this.partnerships.get(link.partnershipId()).organisationId()));
		model.put("signer", signer);
		model.put("identified", identified);
		model.put("codeSent", this.codes.pending(link));
		model.put("address", masked(signer.email()));
		if (identified) {
			model.put("revision", revision);
			model.put("pages", this.images.pages(revision));
			model.put("pictures", this.images.dataUris(revision));
			model.put("statement", statement(contract, revision, who.locale()));
		}
		return model;
	}

	@Override
	public Outcome submit(SignedLink link, MultiValueMap<String, String> form, RequestInfo who) {
		asked(link);
		return switch (Objects.requireNonNullElse(form.getFirst("step"), "")) {
			case "send" -> send(link, who);
			case "verify" -> verify(link, form, who);
			default -> answer(link, form, who);
		};
	}

	private Outcome send(SignedLink link, RequestInfo who) {
		Person signer = this.organisations.person(link.personId());
		try {
			this.letters.signingCode(link, this.codes.issue(link, signer.email()));
			return Outcome.goesOn("");
		}
		catch (TooMany ex) {
			return Outcome.rejected(Map.of("code", message("signature.code." + ex.reason(), who.locale())));
		}
		catch (MailException ex) {
			logger.warn("A code could not be mailed to {}: {}", signer.email(), ex.getMessage());
			return Outcome.rejected(Map.of("code", message("signature.code.mail", who.locale())));
		}
	}

	private Outcome verify(SignedLink link, MultiValueMap<String, String> form, RequestInfo who) {
		return this.codes.verify(link, entered(form, "code"))
			.map(Outcome::goesOn)
			.orElseGet(() -> Outcome.rejected(Map.of("code",
					message(this.codes.pending(link) ? "signature.code.wrong" : "signature.code.over", who.locale()))));
	}

	private Outcome answer(SignedLink link, MultiValueMap<String, String> form, RequestInfo who) {
		if (this.codes.verifiedAt(link, who.session()).isEmpty()) {
			return Outcome.rejected(Map.of("code", message("signature.code.session", who.locale())));
		}
		boolean signs = "sign".equals(form.getFirst("decision"));
		Map<String, String> errors = errors(form, signs, who.locale());
		byte[] drawing = signs ? drawing(form, errors, who.locale()) : null;
		if (!errors.isEmpty()) {
			return Outcome.rejected(errors);
		}
		Contract contract = this.contracts.get(link.subjectId());
		Revision revision = asked(link);
		try {
			this.signatures.answer(link, who.session(), new Entry(entered(form, "name"), entered(form, "title"),
					Objects.requireNonNullElse(form.getFirst("sha256"), ""), signs ? Answer.SIGNED : Answer.DECLINED,
					signs ? "" : entered(form, "reason"), signs ? statement(contract, revision, who.locale()) : "",
					drawing, who.address(), cut(who.userAgent())));
		}
		catch (OtherRevision ex) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
		if (signs) {
			return Outcome.accepted(
					"Votre signature est enregistrée. Vous recevrez le contrat scellé dès que toutes les parties auront signé.",
					"Your signature is recorded. You will receive the sealed contract once all parties have signed.");
		}
		tellOwner(link);
		return Outcome.accepted("Votre réponse est enregistrée et transmise à votre interlocuteur.",
				"Your answer is recorded and passed on to your contact.");
	}

	/** Nothing drawn is fine: the typed name signs. */
	private byte[] drawing(MultiValueMap<String, String> form, Map<String, String> errors, Locale locale) {
		String drawn = Objects.requireNonNullElse(form.getFirst("drawing"), "");
		if (drawn.isEmpty()) {
			return null;
		}
		try {
			return Pictures.drawing(drawn);
		}
		catch (DocumentFailure ex) {
			errors.put("drawing", message("signature.error.drawing", locale));
			return null;
		}
	}

	/** The answer is stored already; a mail server that is down must not undo it. */
	private void tellOwner(SignedLink link) {
		try {
			this.signatures.of(link.subjectId())
				.stream()
				.filter((given) -> given.signer().equals(link.personId().toString()))
				.findFirst()
				.ifPresent(this.letters::declined);
		}
		catch (MailException ex) {
			logger.warn("The owner of contract {} could not be mailed that the partner declined: {}", link.subjectId(),
					ex.getMessage());
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

	/** Enough to recognise one's own address, not enough to learn one. */
	private static String masked(String email) {
		int at = email.indexOf('@');
		return email.substring(0, Math.min(2, at)) + "•••" + email.substring(at);
	}

	private static String cut(String agent) {
		return (agent.length() > LONGEST_NAME) ? agent.substring(0, LONGEST_NAME) : agent;
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
		return Objects.requireNonNullElse(form.getFirst(field), "").replace("\u0000", "").strip();
	}

}
