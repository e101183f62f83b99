package org.binome.portal;

import org.binome.contract.ContractFiles;
import org.binome.contract.Contracts;
import org.binome.contract.SealedContract;
import org.binome.contract.SealedContracts;
import org.binome.partner.InvalidLink;
import org.binome.partner.InvalidLink.Reason;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The sealed contract for the partner's people, who have no login: the link in the mail
 * is the key, as often as they need it.
 */
@Controller
class SealedContractDownload {

	private final SignedLinks links;

	private final Contracts contracts;

	private final SealedContracts sealed;

	private final ContractFiles files;

	SealedContractDownload(SignedLinks links, Contracts contracts, SealedContracts sealed, ContractFiles files) {
		this.links = links;
		this.contracts = contracts;
		this.sealed = sealed;
		this.files = files;
	}

	@GetMapping("/p/{token}/contract.pdf")
	ResponseEntity<byte[]> read(@PathVariable String token) {
		SignedLink link = this.links.resolve(token);
		if (!link.purpose().equals("sealed-contract")) {
			throw new InvalidLink(Reason.UNKNOWN);
		}
		SealedContract document = this.sealed.latest(link.subjectId())
			.orElseThrow(() -> new InvalidLink(Reason.UNKNOWN));
		return SigningPages.download(this.files.get(document.sha256()),
				this.contracts.get(link.subjectId()).reference() + ".pdf");
	}

	@ExceptionHandler
	ResponseEntity<Void> refused(InvalidLink refusal) {
		return ResponseEntity.status((refusal.reason() == Reason.UNKNOWN) ? HttpStatus.NOT_FOUND : HttpStatus.GONE)
			.build();
	}

}
