package org.binome.contract;

import org.binome.SentMails;
import org.binome.TestClock;
import org.binome.contract.Signature.Answer;
import org.binome.contract.Signatures.Entry;
import org.binome.partner.Organisations;
import org.binome.partner.SignedLink;

import org.springframework.boot.test.context.TestComponent;

/**
 * A partner's person who follows the link, reads the code in the mailbox and answers.
 */
@TestComponent
public class PartnerSignature {

	private final Signatures signatures;

	private final SigningCodes codes;

	private final ContractLetters letters;

	private final Organisations organisations;

	private final SentMails mails;

	private final TestClock clock;

	PartnerSignature(Signatures signatures, SigningCodes codes, ContractLetters letters, Organisations organisations,
			SentMails mails, TestClock clock) {
		this.signatures = signatures;
		this.codes = codes;
		this.letters = letters;
		this.organisations = organisations;
		this.mails = mails;
		this.clock = clock;
	}

	/** Signs the current text. */
	public void sign(SignedLink link) {
		answer(link, this.signatures.asked(link).sha256(), Answer.SIGNED, "");
	}

	/** Declines it. */
	public void decline(SignedLink link, String reason) {
		answer(link, this.signatures.asked(link).sha256(), Answer.DECLINED, reason);
	}

	void answer(SignedLink link, String sha256, Answer answer, String reason) {
		this.signatures.answer(link, identify(link), new Entry("Direction du partenaire", "Direction", sha256, answer,
				reason, "I have read it", null, "127.0.0.1", "test"));
	}

	/** Enters the code that was mailed. */
	public String identify(SignedLink link) {
		// a second code at once would be refused
		this.clock.advance(SigningCodes.PAUSE.plusSeconds(1));
		String email = this.organisations.person(link.personId()).email();
		this.letters.signingCode(link, this.codes.issue(link, email));
		return this.codes.verify(link, code(this.mails, email)).orElseThrow();
	}

	/** The code in the latest mail to this address. */
	public static String code(SentMails mails, String email) {
		return mails.latestTextTo(email).replaceFirst("(?s).*?\\n(\\d{3} \\d{3})\\R.*", "$1").replace(" ", "");
	}

}
