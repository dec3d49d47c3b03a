"""Classes and ids by which programs name what they put into an article, and what isn't shown.

Only tables, of whole names; `noise` says what follows from them. Some are given by people as well:
what is under those is judged by its looks, too.
"""

from feedtui.article.tags import names

UNSEEN = names(
    "sr-only sr-only-focusable screen-reader-text screen-reader-only visually-hidden"
    " visuallyhidden visually-hidden-focusable u-visually-hidden govuk-visually-hidden a11y-hidden"
    " is-visually-hidden assistive-text show-for-sr element-invisible cdk-visually-hidden"
    " enlighter-raw progressiveMedia-thumbnail image-link-expand mw-editsection mw-jump-link"
    " informations kg-bookmark-icon hide-caption toggle-caption i-ljuser-userhead"
    " twoslash-popup-container twoslash-popup-code"
)
"""Classes of what a browser doesn't show, or shows to be clicked on only."""

GUTTERS = names(
    "linenos lineno linenodiv lnt ln gl rouge-gutter gutter line-number line-numbers linenumber"
    " linenumbers line_numbers line-numbers-rows blob-num js-line-number hljs-ln-numbers hljs-ln-n"
    " linenr crayon-nums crayon-num diff-line-num code-line-number CodeMirror-linenumber"
    " react-syntax-highlighter-line-number"
)
"""Classes of line numbers; some are those of a listing that has them, too."""

ANCHORS = names(
    "headerlink header-anchor heading-anchor anchor-link hash-link anchorjs-link anchor gh-anchor"
    " heading-link header-link direct-link subhead-anchor headline-hash zola-anchor anchor-heading"
    " heading-permalink"
)
"""Classes of links from a heading to itself."""

WIDGETS = names(
    "sharedaddy sd-sharing-enabled sd-sharing sd-social sd-like sd-block jp-relatedposts"
    " wp-block-jetpack-subscriptions jetpack_subscription_widget wp-block-jetpack-likes"
    " wp-block-jetpack-sharing-buttons wp-block-jetpack-related-posts wp-block-social-links"
    " addtoany_share_save_container addtoany_content addtoany_list a2a_kit ssba ssba-wrap ssbp-wrap"
    " heateor_sss_sharing_container heateor_ss_sharing_container heateor_sss_bar"
    " simplesocialbuttons swp_social_panel essb_links mashsb-container mashsb-box"
    " dpsp-networks-btns-wrapper dpsp-share-text shareaholic-canvas sharethis-inline-share-buttons"
    " addthis_toolbox addthis_inline_share_toolbox addthis_sharing_toolbox at-above-post"
    " at-below-post addthis_button tweetmeme_button twitter-share-button twitter-follow-button"
    " fb-like fb-share-button fb_iframe_widget g-plusone g-plus feedflare akst_link"
    " akst_share_link bookmarkify linkbuttons synved-social-button share_submission"
    " yarpp yarpp-related yarpp-feed crp_related wp_rp_wrap zem_rp_wrap zemanta-pixie"
    " rp4wp-related-posts relpost-thumb-wrapper linkwithin_div OUTBRAIN ob-widget"
    " trc_related_container taboola mc4wp-form mc_embed_signup formkit-form ck_form"
    " subscription-widget-wrap subscription-widget-wrap-editor subscription-widget subscribe-widget"
    " install-substack-app-embed kg-signup-card kg-audio-player"
    " kg-audio-title kg-audio-thumbnail kg-video-player-container kg-video-overlay"
    " printfriendly wp_ulike"
    " adsbygoogle code-block-copy copy-code-button clipboard-container zeroclipboard-container"
    " gatsby-code-button-container btn-clipboard code-copy crayon-toolbar crayon-info"
    " enlighter-toolbar cookie-notice cookie-banner cookie-consent cookie-bar cookieconsent"
    " cky-consent-container cmplz-cookiebanner poll-info newsletter-block"
    " sqs-block-newsletter beehiiv__footer gallery-controls lightbox-meta"
)
"""Classes and ids that only a program gives to what it puts below or between a text."""

SHARING = names(
    "share sharing share-buttons sharebuttons share-button share-bar sharebar share-links"
    " share-icons share-this share-post share-widget sharing-buttons sharing-links social-share"
    " social-sharing social-links social-icons social-buttons social-media social-media-links"
    " social social-list social-menu post-share entry-share article-share related related-posts"
    " related-articles related-stories related-content related-links related-post related-reading"
    " relatedposts read-next recommended recommendations recommended-posts more-stories"
    " you-may-also-like post-navigation nav-links breadcrumb breadcrumbs pagination"
)
"""Classes of what is made of links."""

BUTTONS = names("button-wrapper captioned-button-wrap kg-button-card")
"""Classes of a button in a letter, which may be the writer's own."""

SIGNUPS = names(
    "subscribe subscription subscribe-box subscribe-form subscription-form subscribe-cta"
    " newsletter newsletter-signup newsletter-form newsletter-box newsletter-cta signup sign-up"
    " signup-form email-signup email-form mailing-list-signup optin opt-in optin-form"
)
"""Classes of what asks for an address."""

ADVERTS = names(
    "ad ads advert adverts advertisement advertisements advertising advertorial adsense adslot"
    " adunit adbox adblock adwrap adholder ad-box ad-block ad-banner ad-container ad-content"
    " ad-inline ad-label ad-placeholder ad-slot ad-space ad-unit ad-wrap ad-wrapper ad-zone"
    " ads-container ads-wrapper ads-banner banner-ad banner-ads google-ad google-ads"
    " google-auto-placed ad-google ad-leaderboard ad-mpu ad-sidebar ad-text inline-ad in-article-ad"
    " in-content-ad dfp-ad gpt-ad dfp-slot ad_container ad_wrapper ad_unit ad_slot ad_banner"
    " text-ad text-ads rss-ad feed-ad post-ad entry-ad c-ad o-ad"
)
PAID = names(
    "promo-box promobox sponsor sponsored sponsored-content sponsored-post sponsored-link"
    " sponsored-links sponsor-box sponsor-message sponsorship"
)
"""Classes and ids of what somebody paid for. To say that somebody did isn't yet one."""

GPT = "div-gpt-ad"
"""What ids of Google's advertisements begin with."""

META = frozenset({"filename", "lang"})
"""Of a picture that can be enlarged, or the language above a listing; elsewhere somebody's."""

DECLARED = SHARING | SIGNUPS | ADVERTS | PAID
JUDGED = META | BUTTONS | UNSEEN | GUTTERS | ANCHORS | WIDGETS | DECLARED
"""All of them: what has none of these names is no noise by its name."""
